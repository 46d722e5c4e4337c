import type { Item, MyData, MyRecipients } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { LockKeyhole, LogOut } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { usePerson } from '../../app/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { SensitiveTag } from '../../ui/tag.tsx';

type Category = MyData['categories'][number];
type Side = 'left' | 'right';

const handedOver = (items: readonly Item[]): number =>
  items.reduce((sum, { shared }) => sum + shared.reduce((inner, { count }) => inner + count, 0), 0);

function Room({ category, side }: { category: Category; side: Side }) {
  const t = useMessages('home').plan;
  const format = useFormat();
  const exits = handedOver(category.items);
  const uses = category.items.reduce((sum, item) => sum + item.uses.count, 0);
  const sensitive = category.items.some((item) => item.sensitive);
  return (
    <Link
      to="/my-data"
      search={{ item: category.items[0]?.id }}
      className="room"
      data-side={side}
      data-door={exits > 0}
    >
      <b className="name">
        {category.label} {sensitive && <SensitiveTag />}
      </b>
      <span className="figure">
        {format.number(category.items.length)}
        <small>{t.items(category.items.length)}</small>
      </span>
      <span className="holds">{format.list(category.items.map(({ label }) => label))}</span>
      <span className="below">
        <span>{t.uses(uses)}</span>
        {exits > 0 ? (
          <span className="out">
            <Icon of={LogOut} />
            {t.out(exits)}
          </span>
        ) : (
          <span>
            <Icon of={LockKeyhole} />
            {t.stays}
          </span>
        )}
      </span>
      <svg className="leaf" viewBox="0 0 28 28" aria-hidden="true">
        <path d={side === 'left' ? 'M28 1A27 27 0 0 0 1 28H28' : 'M0 1A27 27 0 0 1 27 28H0'} />
      </svg>
    </Link>
  );
}

function Outside({ recipients }: { recipients: MyRecipients }) {
  const t = useMessages('home').plan;
  const format = useFormat();
  const shown = [...recipients.recipients].sort((a, b) => b.count - a.count).slice(0, 3);
  const rest = recipients.recipients.length - shown.length;
  return (
    <>
      <p className="threshold">{t.door}</p>
      <ul className="outside">
        {shown.map((one) => (
          <li key={one.id} data-used={one.count > 0}>
            <Link to="/who" search={{ node: `to:${one.id}` }}>
              <b>{one.name}</b>
              <b className="num">{format.number(one.count)}</b>
              <span>
                {one.countryLabel} · {one.count === 0 ? t.unused : t.times(one.count)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="half mt-4">
          <Link to="/who">{t.rest(rest)}</Link>
        </p>
      )}
    </>
  );
}

/** What is held as rooms round one hall; whatever leaves goes along one line, through one door, to those named outside. */
export function DataPlan({ data, recipients }: { data: MyData; recipients: MyRecipients | undefined }) {
  const t = useMessages('home').plan;
  const { person } = usePerson();
  const rooms = data.categories.filter(({ items }) => items.length > 0);
  const half = Math.ceil(rooms.length / 2);
  const wings = [rooms.slice(0, half), rooms.slice(half)];
  const doors = wings.flatMap((wing) =>
    wing.flatMap(({ items }, index) => (handedOver(items) > 0 ? [(index + 0.5) / wing.length] : [])),
  );
  const leaves = doors.length > 0;
  const style: CSSProperties & Record<'--door', number> = { '--door': Math.min(1, ...doors) };
  return (
    <section className="houseplan" aria-label={t.label}>
      <div className="house" data-leaves={leaves} style={style}>
        <div className="wing">
          {rooms.slice(0, half).map((category) => (
            <Room key={category.id} category={category} side="left" />
          ))}
        </div>
        <div className="hall">
          <span className="place">{person.regionLabel}</span>
        </div>
        <div className="wing">
          {rooms.slice(half).map((category) => (
            <Room key={category.id} category={category} side="right" />
          ))}
          {rooms.length < 2 && <div className="room void" />}
        </div>
      </div>
      {recipients !== undefined && recipients.recipients.length > 0 && <Outside recipients={recipients} />}
    </section>
  );
}
