import type { Item } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { AskWhy } from '../../app/explain.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { VerifyEntry } from '../../app/verify.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status } from '../../ui/status.tsx';

const standings = { permit: 'kept', refuse: 'broken', 'cannot-tell': 'unknown' } as const;

/** What the clause means for this datum. */
export function DatumFacts({ item }: { item: Item }) {
  const t = useMessages('myData').facts;
  const common = useMessages('common');
  const format = useFormat();
  const { latest } = item;
  const decision = latest !== undefined && (
    <>
      <Status of={standings[latest.outcome]}>{common.outcome[latest.outcome]}</Status>{' '}
      <span className="quiet">
        {format.dateTime(latest.at)}
        <br />
        {t.entry(format.number(latest.index + 1))}
      </span>
    </>
  );
  return (
    <Facts
      facts={[
        [t.purpose, item.purpose.label],
        [t.basis, common.basis[item.basis]],
        [t.needed, item.needed ? t.isNeeded : t.isOptional],
        [t.region, item.region.label],
        [t.kept, item.expires.label],
        [t.given, item.shared.length === 0 ? t.nobody : format.list(item.shared.map(({ name }) => name))],
        [t.latest, decision === false ? '' : decision],
      ]}
    />
  );
}

export function DatumSheetActions({ item }: { item: Item }) {
  const t = useMessages('common');
  return (
    <>
      <Link to="/notice" hash={`collection-${item.collection.id}`} className={buttonClass('plain', true)}>
        {t.seeRow}
      </Link>
      <AskWhy asked={{ purpose: item.purpose.id, fields: [item.field] }} />
      {item.latest !== undefined && <VerifyEntry key={item.latest.index} index={item.latest.index} quiet />}
    </>
  );
}
