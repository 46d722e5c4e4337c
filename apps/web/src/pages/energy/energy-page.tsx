import { readEnergy } from '@kept/service-energy/api';
import { type Home, listHomes } from '@kept/service-spaces/api';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { buttonClass, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../devices/devices.css';
import { Bars } from './bars.tsx';
import './energy.css';
import { Shares } from './shares.tsx';
import { TariffSection } from './tariff.tsx';

type Span = 'day' | 'month' | 'year';

/** A calendar day, as many days, months or years on; the first of it where that is what is shown. */
function moved(date: string, span: Span, by: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (span === 'day') at.setUTCDate(at.getUTCDate() + by);
  else if (span === 'month') at.setUTCMonth(at.getUTCMonth() + by, 1);
  else at.setUTCFullYear(at.getUTCFullYear() + by, 0, 1);
  return at.toISOString().slice(0, 10);
}

const LENGTH = { day: 10, month: 7, year: 4 } as const;

function Energy({ home }: { home: Home }) {
  const t = useMessages('energy');
  const devices = useMessages('devices');
  const format = useFormat();
  const now = useNow();
  const [span, setSpan] = useState<Span>('day');
  const [date, setDate] = useState(format.isoDay(now));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = useAnswer(readEnergy, { params: { id: home.id }, query: { span, date, zone } });
  const isLast = moved(date, span, 1) > format.isoDay(now);
  const table = `/api/homes/${home.id}/energy/table?${new URLSearchParams({ span, date, zone })}`;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.7"
      crumb={
        <Link to="/devices" search={{ home: home.id }}>
          {devices.title}
        </Link>
      }
      actions={
        <a className={buttonClass()} href={table} download>
          <Icon of={Download} />
          {t.download}
        </a>
      }
    >
      <div className="turning">
        <Segmented
          label={t.span}
          value={span}
          options={(['day', 'month', 'year'] as const).map((value) => ({ value, label: t.spans[value] }))}
          onChoose={setSpan}
        />
        <div className="turns">
          <IconButton icon={ChevronLeft} label={t.earlier} onClick={() => setDate(moved(date, span, -1))} />
          <time className="num" aria-live="polite">
            {date.slice(0, LENGTH[span])}
          </time>
          <IconButton
            icon={ChevronRight}
            label={t.later}
            disabled={isLast}
            onClick={() => setDate(moved(date, span, 1))}
          />
        </div>
      </div>
      <Answer of={answer}>
        {(energies) =>
          energies.devices.length === 0 ? (
            <p className="quiet measure mb-5">{t.none}</p>
          ) : (
            <>
              <dl className="nows">
                <div>
                  <dt>{t.total}</dt>
                  <dd>{t.kwh(format.number(Math.round(energies.kwh * 100) / 100))}</dd>
                </div>
                <div>
                  <dt>{t.cost}</dt>
                  <dd>
                    {energies.cost === null || energies.currency === null
                      ? t.noCost
                      : format.money(energies.cost, energies.currency)}
                  </dd>
                </div>
              </dl>
              {energies.kwh === 0 ? <p className="quiet">{t.nothing}</p> : <Bars energies={energies} span={span} />}
              <Shares energies={energies} home={home} />
            </>
          )
        }
      </Answer>
      <p className="small quiet">{t.kept}</p>
      <TariffSection home={home} />
    </Page>
  );
}

/** What a home has used, by device and room, over a day, a month or a year. */
export function EnergyPage() {
  const { home } = useParams({ from: '/person/devices/$home/energy' });
  const homes = useAnswer(listHomes, {});
  const t = useMessages('common');
  return (
    <Answer of={homes}>
      {({ homes: all }) => {
        const found = all.find(({ id }) => id === home);
        return found ? <Energy home={found} /> : <Page title={t.missing.title}>{t.missing.text}</Page>;
      }}
    </Answer>
  );
}
