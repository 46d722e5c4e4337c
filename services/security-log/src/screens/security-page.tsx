import {
  Answer,
  DevicesLink,
  IconButton,
  Page,
  Segmented,
  Select,
  Status,
  useAct,
  useAnswer,
  useFailureText,
  useFormat,
  useNow,
  useToast,
  useWords,
} from '@kept/web/kit';
import { useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { armHome, type Entry, type Mode, readSecurityLog } from '../api/index.ts';
import { MODES } from '../words.ts';
import { Day, GROUPS, type Group, groupOf } from './day.tsx';
import { words } from './words.ts';
import './security.css';

const EVERY_MS = 5_000;
const BAD = new Set(['intrusion', 'tampered', 'fault']);

/** Midnight of a day by the clock of whoever looks, so many days on. */
function midnight(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

function useByWords(): (by: Entry['by']) => string {
  const t = useWords(words).by;
  return (by) => {
    if (by === null) return '';
    const via = by.via === '' ? '' : t.via(by.via.replaceAll(/[-_]/g, ' '));
    if (by.code !== null) return `${t.code(by.code)} ${via}`.trim();
    if (!by.me && by.role === null && by.via !== '') return via;
    const who = by.me ? t.me : t[by.role ?? 'gone'];
    return by.run ? t.run(who) : who;
  };
}

function Arming({ home, mode, since, arms }: { home: string; mode: Mode; since: number | null; arms: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate } = useAct(armHome, [readSecurityLog]);
  const arm = (next: Mode): void =>
    mutate({ params: { id: home }, body: { mode: next } }, { onError: (error) => say(failureText(error)) });
  return (
    <section aria-label={t.arming} className="arming">
      {arms ? (
        <Segmented
          label={t.arming}
          value={mode}
          options={MODES.map((value) => ({ value, label: t.modes[value] }))}
          onChoose={arm}
        />
      ) : (
        <p>{t.armed(t.modes[mode])}</p>
      )}
      <p className="quiet">
        {t.means[mode]} {mode !== 'disarmed' && t.entry} {since !== null && t.since(format.dateTime(since))}
      </p>
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const t = useWords(words);
  const format = useFormat();
  const by = useByWords()(entry.by);
  const { at, kind, name, device, value, key } = entry;
  const told = kind === 'armed' ? `${t.kinds.armed} ${t.modes[value as Mode]}` : t.kinds[kind];
  const which = kind === 'fault' || kind === 'fixed' ? `: ${key.replaceAll('_', ' ')}` : '';
  return (
    <li>
      <time className="num">{format.time(at)}</time>
      <div>
        <strong>{device === null ? t.home : name}</strong> {BAD.has(kind) ? <Status of="broken">{told}</Status> : told}
        {which}
        {by !== '' && <span className="quiet"> · {by}</span>}
      </div>
    </li>
  );
}

function Entries({ all, from, until, more }: { all: readonly Entry[]; from: number; until: number; more: boolean }) {
  const t = useWords(words);
  const [group, setGroup] = useState<Group | ''>('');
  const shown = all.filter((each) => group === '' || groupOf(each) === group);
  if (all.length === 0) return <p className="quiet measure">{t.none}</p>;
  return (
    <>
      <Day entries={shown} from={from} until={until} />
      <Select
        label={t.which}
        value={group}
        none={t.all}
        options={GROUPS.map((value) => ({ value, label: t.groups[value] }))}
        onChoose={(value) => setGroup(value as Group | '')}
      />
      {shown.length === 0 ? (
        <p className="quiet measure">{t.filtered}</p>
      ) : (
        <ol className="security-log" aria-label={t.list}>
          {shown.map((entry) => (
            <Line key={`${entry.at} ${entry.kind} ${entry.device}`} entry={entry} />
          ))}
        </ol>
      )}
      {more && <p className="quiet">{t.more}</p>}
    </>
  );
}

/** What happened at doors, locks and detectors, a day at a time, and how the home is armed. */
export function SecurityPage() {
  const t = useWords(words);
  const format = useFormat();
  const now = useNow();
  const { home } = useParams({ strict: false }) as { home: string };
  const [back, setBack] = useState(0);
  const [from, until] = [midnight(now, -back), midnight(now, 1 - back)];
  const answer = useAnswer(readSecurityLog, { params: { id: home }, query: { from, until } }, { every: EVERY_MS });
  return (
    <Page title={t.title} lead={t.lead} clause="2.1.7" crumb={<DevicesLink home={home} />}>
      <Answer of={answer}>
        {({ arming, arms, entries, more }) => (
          <>
            {arming !== null && <Arming home={home} mode={arming.mode} since={arming.since} arms={arms} />}
            <div className="security-turns">
              <IconButton icon={ChevronLeft} label={t.earlier} onClick={() => setBack(back + 1)} />
              <time className="num" aria-live="polite">
                {format.date(from)}
              </time>
              <IconButton icon={ChevronRight} label={t.later} disabled={back === 0} onClick={() => setBack(back - 1)} />
            </div>
            <Entries all={entries} from={from} until={until} more={more} />
            <p className="quiet">{t.kept}</p>
          </>
        )}
      </Answer>
    </Page>
  );
}
