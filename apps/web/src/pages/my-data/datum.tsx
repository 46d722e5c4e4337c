import type { Item } from '@kept/api';
import { useEffect, useRef } from 'react';
import { ClauseChip, useClauseSheet } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useWide } from '../../app/media.ts';
import type { LifeAxis } from '../../ui/life-axis.ts';
import { LifeLine } from '../../ui/life-line.tsx';
import { SensitiveTag } from '../../ui/tag.tsx';
import { DatumFacts, DatumSheetActions } from './datum-facts.tsx';
import { DatumMore } from './datum-more.tsx';
import { lifeOf } from './life-of.ts';
import { MaskedValue } from './masked-value.tsx';

interface DatumProps {
  readonly item: Item;
  readonly axis: LifeAxis;
  readonly open: boolean;
  onOpen(open: boolean): void;
}

/** One datum: name, masked value, its life on the common axis, the clause that allows it; opened, its whole story. */
export function Datum({ item, axis, open, onOpen }: DatumProps) {
  const t = useMessages('myData');
  const format = useFormat();
  const wide = useWide();
  const { show, margin } = useClauseSheet();
  const chip = `chip-${item.id}`;
  const facts = <DatumFacts item={item} />;
  const actions = <DatumSheetActions item={item} />;
  const lie = { id: item.clause, chip, facts, actions };
  const first = useRef(open);

  // On a wide screen an item opened by the address or by default brings its clause along.
  useEffect(() => {
    if (first.current && wide && margin !== null) {
      first.current = false;
      show(lie);
    }
  });

  const toggle = (): void => {
    if (!open && wide) show(lie);
    onOpen(!open);
  };
  return (
    <li className={open ? 'datum open' : 'datum'}>
      <div className="name">
        <b>
          <button type="button" aria-expanded={open} onClick={toggle}>
            {item.label}
          </button>
          {item.sensitive && <SensitiveTag />}
        </b>
        <MaskedValue item={item} />
      </div>
      <div className="track">
        <LifeLine
          life={lifeOf(item)}
          axis={axis}
          label={t.life(format.shortDate(item.collectedAt), item.uses.count, item.shared.length, item.expires.label)}
        />
        <span className="ends">{item.expires.label}</span>
      </div>
      <div className="end">
        <ClauseChip id={item.clause} chip={chip} facts={facts} actions={actions} onOpen={() => onOpen(true)} />
      </div>
      {open && <DatumMore item={item} now={axis.now} />}
    </li>
  );
}
