import type { ConsentState } from '@kept/api';
import { Undo2 } from 'lucide-react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { EqualButtons } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AbroadTag, SensitiveTag } from '../../ui/tag.tsx';
import { useAnswering } from './use-answering.ts';

/** One question, alone: what would be kept, what no costs, how to take a yes back; two equal buttons. */
export function Question({ consent, place }: { consent: ConsentState; place?: number }) {
  const t = useMessages('choices');
  const common = useMessages('common');
  const format = useFormat();
  const { busy, answer } = useAnswering(consent);
  const heading = `question-${consent.id}`;
  return (
    <article className="question" aria-labelledby={heading}>
      <header>
        <span className="of">
          {place === undefined ? common.consent[consent.kind] : t.nth(place, common.consent[consent.kind])}
        </span>
        <ClauseChip id={consent.clause} />
      </header>
      <h3 id={heading}>
        {consent.question} {consent.sensitive && <SensitiveTag />} {consent.abroad && <AbroadTag />}
      </h3>
      <Facts
        facts={[
          [t.facts.fields, format.list(consent.fields.map(({ label }) => label))],
          [t.facts.no, <b key="no">{consent.consequence}</b>],
        ]}
      />
      <EqualButtons label={consent.question} no={t.no} yes={t.yes} answer={null} busy={busy} onAnswer={answer} />
      <p className="undo">
        <Icon of={Undo2} />
        {t.undo}
      </p>
    </article>
  );
}
