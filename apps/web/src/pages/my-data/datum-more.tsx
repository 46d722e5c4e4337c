import type { Instant, Item } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { Ban, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FullLifeLine } from '../../ui/life-line.tsx';
import { Marked } from '../../ui/marked.tsx';
import { CorrectForm } from './correct-form.tsx';
import { EraseForm } from './erase-form.tsx';
import { lifeOf } from './life-of.ts';

function LastTime({ item }: { item: Item }) {
  const t = useMessages('myData');
  const format = useFormat();
  const { latest } = item;
  if (latest === undefined) return <p className="half quiet">{t.neverUsed}</p>;
  const when = format.dateTime(latest.at);
  const text =
    latest.outcome !== 'permit'
      ? t.lastRefused(when, latest.purpose, latest.clause)
      : latest.recipient === undefined
        ? t.lastUsed(when, latest.purpose, latest.clause)
        : t.lastShared(when, latest.recipient, latest.purpose, latest.clause);
  return (
    <p className="half quiet last-time">
      <Marked text={text} />
    </p>
  );
}

/** The whole story of one datum, and what can be done about it. */
export function DatumMore({ item, now }: { item: Item; now: Instant }) {
  const t = useMessages('myData');
  const format = useFormat();
  const [changing, setChanging] = useState<'correct' | 'erase' | null>(null);
  const done = (): void => setChanging(null);
  return (
    <div className="more">
      <FullLifeLine
        life={lifeOf(item)}
        now={now}
        words={{
          label: t.life(format.shortDate(item.collectedAt), item.uses.count, item.shared.length, item.expires.label),
          given: t.youGave,
          givenOn: format.isoDay(item.collectedAt),
          used: t.used(item.uses.count),
          today: t.axis.today,
          goes: t.destroyed,
          goesWhen: item.expires.at === undefined ? item.expires.label : format.isoDay(item.expires.at),
          shared: t.sharedWith,
        }}
      />
      <LastTime item={item} />
      {changing === 'correct' && <CorrectForm item={item} onDone={done} />}
      {changing === 'erase' && <EraseForm item={item} onDone={done} />}
      {changing === null && (
        <div className="doit">
          {item.correctable && (
            <Button small icon={Pencil} onClick={() => setChanging('correct')}>
              {t.correct.open}
            </Button>
          )}
          {item.erasable && (
            <Button small icon={Trash2} onClick={() => setChanging('erase')}>
              {t.erase.open}
            </Button>
          )}
          {item.basis === 'consent' && (
            <Link to="/choices" className={buttonClass('second', true)}>
              <Icon of={Ban} />
              {t.stop}
            </Link>
          )}
          <Link to="/activity" search={{ field: item.field }} className={buttonClass('plain', true)}>
            {t.allUses(item.uses.count)}
          </Link>
        </div>
      )}
    </div>
  );
}
