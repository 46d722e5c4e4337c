import type { Energies } from '@kept/service-energy/api';
import type { Home } from '@kept/service-spaces/api';
import { useState } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface Share {
  readonly id: string;
  readonly name: string;
  readonly kwh: number;
  readonly cost: number | null;
  readonly note: string;
}

function byRoom({ devices }: Energies, { spaces }: Home, nowhere: string): readonly Share[] {
  const rooms = Map.groupBy(devices, ({ space }) => spaces.find(({ id }) => id === space)?.id ?? '');
  return [...rooms]
    .map(([id, own]) => ({
      ...{ id, name: spaces.find((each) => each.id === id)?.name ?? nowhere, note: '' },
      kwh: own.reduce((all, { kwh }) => all + kwh, 0),
      cost: own.reduce<number | null>((all, { cost }) => (all === null || cost === null ? null : all + cost), 0),
    }))
    .toSorted((a, b) => b.kwh - a.kwh);
}

/** Which device, or which room, used how much of it. */
export function Shares({ energies, home }: { energies: Energies; home: Home }) {
  const t = useMessages('energy');
  const format = useFormat();
  const [by, setBy] = useState<'device' | 'room'>('device');
  const devices = energies.devices.map(({ device, name, kwh, cost, how, resets }) => ({
    ...{ id: device, name, kwh, cost },
    note: resets > 0 ? `${t.hows[how]} · ${t.resets(resets)}` : t.hows[how],
  }));
  const shares = by === 'device' ? devices : byRoom(energies, home, t.nowhere);
  const { currency, kwh: all } = energies;
  return (
    <section className="sect" aria-labelledby="shares">
      <div className="sect-head">
        <h2 id="shares">{t.share}</h2>
        <Segmented
          label={t.by}
          value={by}
          options={[
            { value: 'device', label: t.byDevice },
            { value: 'room', label: t.byRoom },
          ]}
          onChoose={setBy}
        />
      </div>
      <ul className="shares">
        {shares.map(({ id, name, kwh, cost, note }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              {note !== '' && <small className="quiet block">{note}</small>}
            </div>
            <div className="num">
              {t.kwh(format.number(Math.round(kwh * 100) / 100))}
              {currency !== null && cost !== null && (
                <small className="quiet block">{format.money(cost, currency)}</small>
              )}
            </div>
            <meter aria-label={`${name}: ${t.share}`} min={0} max={1} value={all > 0 ? kwh / all : 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}
