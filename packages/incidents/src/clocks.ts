/** Who has to be told of an incident, by when. Pure. */
import { Days, type Duration, Hours, type Instant } from '@kept/base';
import { type Breach, EEA, type Manifest } from '@kept/policy';
import type { HandedIn, Incident } from './incident.ts';

/** A report that an authority is owed. */
interface Duty {
  readonly id: string;
  /** Of people who live there. */
  readonly residences: readonly string[];
  readonly law: string;
  readonly within: (incident: Pick<Incident, 'critical'>) => Duration;
}

/** Articles as they stood in November 2026. */
const DUTIES: readonly Duty[] = [
  {
    id: 'cn-cac',
    residences: ['CN'],
    // Measures for the Administration of National Cybersecurity Incident Reporting, in force since 2025-11-01.
    law: 'PIPL Art. 57; 国家网络安全事件报告管理办法 Art. 7',
    within: ({ critical }) => (critical ? Hours(1) : Hours(4)),
  },
  { id: 'cn-cac-final', residences: ['CN'], law: '国家网络安全事件报告管理办法 Art. 8', within: () => Days(30) },
  { id: 'eea-dpa', residences: EEA, law: 'GDPR Art. 33(1)', within: () => Hours(72) },
  { id: 'ru-rkn', residences: ['RU'], law: '152-FZ Art. 21(3.1)(1)', within: () => Hours(24) },
  { id: 'ru-rkn-findings', residences: ['RU'], law: '152-FZ Art. 21(3.1)(2)', within: () => Hours(72) },
];

/** Whether somebody under the law was reached: known, possible where nobody can tell, or not. */
export type Reach = 'yes' | 'may-be' | 'no';

/** A report that an authority is owed, or may be. */
export interface AuthorityClock {
  readonly authority: string;
  readonly law: string;
  readonly dueAt: Instant;
  readonly reach: Exclude<Reach, 'no'>;
  readonly handedIn?: HandedIn;
}

/** People by jurisdiction, or undefined where the trace is not done. */
export type Reached = Readonly<Record<string, number>> | undefined;

/**
 * The reports that are owed, the soonest first. While it is not known whom the incident reached, everybody may be; a
 * jurisdiction of the policy that is the rest of the world may be any country that no other one names.
 */
export function authorityClocks(
  manifest: Manifest,
  incident: Pick<Incident, 'noticedAt' | 'critical'>,
  reached: Reached,
  reports: readonly HandedIn[],
): AuthorityClock[] {
  return DUTIES.flatMap(({ id, residences, law, within }) => {
    const reach = reachOf(manifest, residences, reached);
    if (reach === 'no') return [];
    const handedIn = reports.find(({ authority }) => authority === id);
    const dueAt = incident.noticedAt + soonest(within(incident), manifest);
    return [{ authority: id, law, dueAt, reach, ...(handedIn && { handedIn }) }];
  }).toSorted((a, b) => a.dueAt - b.dueAt);
}

/** What a policy that says nothing of breaches owes all the same (GDPR Art. 34, PIPL Art. 57): without delay, in these parts. */
const BY_LAW = {
  parts: ['situation', 'impact', 'measures', 'advice', 'contact'],
  channels: ['email', 'phone', 'app'],
  within: { count: 72, unit: 'hour' },
} as const;

/** What the policy promises for an incident, and the clause that does. */
export const promiseOf = ({ breach, otherwise }: Manifest): Breach => breach ?? { ...BY_LAW, clause: otherwise };

/** By when those whom it reached have to be told. */
export const peopleDueAt = (manifest: Manifest, { noticedAt }: Pick<Incident, 'noticedAt'>): Instant =>
  noticedAt + lengthOf(promiseOf(manifest).within);

/** A time that the policy promises of itself counts where it ends before the law's. */
function soonest(law: Duration, manifest: Manifest): number {
  const { authority } = promiseOf(manifest);
  return authority === undefined || authority.said === 'law' ? law : Math.min(law, lengthOf(authority));
}

const UNITS: Readonly<Record<string, (count: number) => Duration>> = { hour: Hours, day: Days };

/** Of units that have no fixed length the shortest that they can have. */
const lengthOf = ({ count, unit }: { count: number; unit: string }): number =>
  UNITS[unit]?.(count) ?? Days(count * (unit === 'month' ? 28 : 1));

function reachOf({ jurisdictions }: Manifest, residences: readonly string[], reached: Reached): Reach {
  const all = Object.entries(jurisdictions);
  const named = new Set<string>(all.flatMap(([, each]) => each.residences));
  const ofLaw = (each: string): Reach => {
    if (residences.includes(each)) return 'yes';
    // A state's people live in its country.
    return each === '*' && residences.some((country) => !named.has(country)) ? 'may-be' : 'no';
  };
  const found = all
    .filter(([id]) => reached === undefined || (reached[id] ?? 0) > 0)
    .flatMap(([, each]) => each.residences.map(ofLaw));
  if (found.includes('yes')) return reached === undefined ? 'may-be' : 'yes';
  return found.includes('may-be') ? 'may-be' : 'no';
}
