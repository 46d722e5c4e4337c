import type { ConsentState } from '@kept/api';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status } from '../../ui/status.tsx';
import { AbroadTag, SensitiveTag } from '../../ui/tag.tsx';
import { useAnswering } from './use-answering.ts';

const mostNamed = 4;

function When({ consent }: { consent: ConsentState }) {
  const t = useMessages('choices');
  const format = useFormat();
  const since = consent.since !== undefined && <small>{format.isoDay(consent.since)}</small>;
  return (
    <span className="when half">
      {consent.given ? (
        <Status of="kept">{t.states.given}</Status>
      ) : (
        <span className="quiet">{t.states[consent.state]}</span>
      )}
      {since}
    </span>
  );
}

function Given({ consent }: { consent: ConsentState }) {
  const t = useMessages('choices');
  const common = useMessages('common');
  const format = useFormat();
  const { busy, answer } = useAnswering(consent);
  const fields = consent.fields.map(({ label }) => label);
  const facts = (
    <Facts
      facts={[
        [t.facts.fields, format.list(fields)],
        [t.facts.kind, common.consent[consent.kind]],
        [t.facts.no, consent.consequence],
      ]}
    />
  );
  return (
    <li>
      <div>
        <b>
          {consent.label}
          {consent.sensitive && <SensitiveTag />}
          {consent.abroad && <AbroadTag />}
        </b>
        <small>
          {consent.given ? t.uses(format.list(fields.slice(0, mostNamed)), fields.length) : consent.consequence}
        </small>
      </div>
      <When consent={consent} />
      <Button small busy={busy} onClick={() => answer(!consent.given)}>
        {consent.given ? t.takeBack : t.give}
        <span className="vh"> {consent.label}</span>
      </Button>
      <ClauseChip id={consent.clause} facts={facts} />
    </li>
  );
}

/** What has been answered, each with the one press that turns it round. */
export function GivenList({ consents }: { consents: readonly ConsentState[] }) {
  return (
    <ul className="given">
      {consents.map((consent) => (
        <Given key={consent.id} consent={consent} />
      ))}
    </ul>
  );
}
