import type { ConsentState, Named } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Note, Status } from '../../ui/status.tsx';
import { AbroadTag, SensitiveTag } from '../../ui/tag.tsx';
import { useAnswering } from './use-answering.ts';
import { useEnding } from './use-ending.ts';

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

interface LastWordProps {
  readonly of: ConsentState;
  readonly erases: readonly Named[];
  onGo(): void;
  onLeave(): void;
}

/** What a withdrawal destroys, said before it happens; the press that does it stands beside the one that does not. */
function LastWord({ of, erases, onGo, onLeave }: LastWordProps) {
  const t = useMessages('choices');
  const common = useMessages('common');
  const format = useFormat();
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), []);
  return (
    <div className="last">
      <Note of="due">
        <p>
          {t.erases(format.list(erases.map(({ label }) => common.inside(label))))}{' '}
          <Link to="/my-data">{t.erasesCopy}</Link>
        </p>
        <fieldset className="equal mt-3" aria-label={of.label}>
          <button type="button" className="btn" onClick={onLeave}>
            {t.eraseLeave}
          </button>
          <button type="button" className="btn" ref={go} onClick={onGo}>
            {t.eraseGo}
          </button>
        </fieldset>
      </Note>
    </div>
  );
}

function Given({ consent }: { consent: ConsentState }) {
  const t = useMessages('choices');
  const common = useMessages('common');
  const format = useFormat();
  const { busy, answer } = useAnswering(consent);
  const ending = useEnding(consent);
  const [warned, setWarned] = useState<readonly Named[]>([]);
  const turn = (): void => {
    setWarned([]);
    answer(!consent.given);
  };
  const press = async (): Promise<void> => {
    if (warned.length > 0) return setWarned([]);
    const erases = consent.given ? await ending.ask() : [];
    if (erases === null) return;
    if (erases.length > 0) setWarned(erases);
    else turn();
  };
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
          {consent.given
            ? t.uses(format.list(fields.slice(0, mostNamed).map(common.inside)), fields.length)
            : consent.consequence}
        </small>
      </div>
      <When consent={consent} />
      <Button
        small
        busy={busy || ending.asking}
        {...(consent.erases.length > 0 && { 'aria-expanded': warned.length > 0 })}
        onClick={() => void press()}
      >
        {consent.given ? t.takeBack : t.give}
        <span className="vh"> {consent.label}</span>
      </Button>
      <ClauseChip id={consent.clause} facts={facts} />
      {warned.length > 0 && <LastWord of={consent} erases={warned} onGo={turn} onLeave={() => setWarned([])} />}
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
