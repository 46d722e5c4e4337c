/** One request as it is kept: ids, states, times and counts; no personal value. */
import { randomBytes } from 'node:crypto';
import type { BehalfWants } from '@kept/api';
import type { Instant } from '@kept/base';
import type { Lang, Text } from '@kept/policy';
import type { StepId } from './kinds.ts';
import type { Told } from './told/tellings.ts';

/** Rows that went, by service and resource. */
export interface Removed {
  readonly service: string;
  readonly resource: string;
  readonly rows: number;
  /** Of another system, where rows lost what is personal and stayed. */
  readonly masked?: true;
}

/** How far an erasure is in one system beside Kept. */
export interface InSystem {
  readonly connector: string;
  /** When nothing was left there; null while it is waited for. */
  readonly doneAt: Instant | null;
  /** Code of what it is waited for. */
  readonly why: string | null;
}

/** What a request is about, by the policy's names; all of it where nothing is named. */
export interface About {
  readonly purposes?: readonly string[];
  readonly collections?: readonly string[];
  /** Of a correction; what they are to be stands in the letter. */
  readonly fields?: readonly string[];
  /** The reason that was named, by its name in the policy. */
  readonly ground?: string;
  readonly behalf?: Behalf;
  readonly young?: Young;
}

/** Somebody turned out to be younger than the policy allows. */
export interface Young {
  /** The age band that they are in, and the one that they were thought to be in. */
  readonly band: string;
  readonly was: string;
  /** Whose word it is: a guardian's, the person's own, papers, or what somebody saw. */
  readonly why: 'guardian' | 'person' | 'papers' | 'seen';
  /** The account of staff that noted it; `person` for the person's own word. */
  readonly by: string;
  /** Whoever looked besides, where two had by then: they granted that a guardian takes their yes back. */
  readonly second?: string;
  /** Of the rule that bars them: its age in years, its clause, and the consent of a guardian that would lift it. */
  readonly below: number;
  readonly clause: string;
  readonly consent?: string;
}

/** Somebody asks for another: a relative for one who died, a guardian for a child. */
export interface Behalf {
  readonly as: 'relative' | 'guardian';
  readonly wants: BehalfWants;
  /** Whose data it is; null where nothing is held under the contact that was named. */
  readonly of: { readonly person: string; readonly region: string } | null;
  /** What the person had laid down, when it was asked for. */
  readonly wished: 'nothing' | 'allows' | 'forbids';
}

/** What the same over and over costs, as the policy lets it; the person accepts it, or the request ends. */
export interface Fee {
  /** In hundredths of the currency. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly by: string;
  readonly at: Instant;
  readonly answer?: 'accepted' | 'declined' | 'waived';
  readonly answeredAt?: Instant;
}

/** The closure by which a request for another is done. */
export interface Carries {
  readonly region: string;
  readonly id: string;
  readonly code: string;
}

/** On what something is not done, in the words of the version by which that was decided: a later one may say other things. */
export interface RefusedOn {
  readonly label: Text;
  readonly clause: string;
}

/** What was decided, by whom. Staff are known by the id of their sign-in. */
export interface Decision {
  readonly outcome: 'granted' | 'refused';
  readonly by: string;
  readonly at: Instant;
  /** Of a refusal. Those of before it was kept name its place among the grounds of the right. */
  readonly ground?: RefusedOn | number;
  /** The reason for asking that held, or, of a refusal by the policy, that did not. */
  readonly because?: string;
  /** Clauses that the answer rests on. */
  readonly clauses?: readonly string[];
  /** It is said in words too, which lie sealed under whoever asked. */
  readonly answered?: true;
  /** Whoever agreed besides. */
  readonly second?: string;
  readonly secondAt?: Instant;
}

/** By whom a decision was made that needed nobody. */
export const BY_POLICY = 'policy';

/** By what somebody shows who they are. Of `documents` somebody has to look at them. */
export type RequestProof = 'session' | 'code' | 'documents';

export type RequestState = 'running' | 'done' | 'refused' | 'cancelled';

/** A request as it is stored: ids, states, times and counts; no personal value. */
export interface KeptRequest {
  readonly id: string;
  readonly owner: string;
  readonly kind: string;
  /** The name of the right in the policy; null of requests that were made before it was noted. */
  readonly granted: string | null;
  readonly state: RequestState;
  readonly code: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** Where it was due before it was extended. */
  readonly wasAt: Instant | null;
  /** By whose clock that day ends. */
  readonly dueZone: string;
  readonly unreadableAt: Instant | null;
  readonly doneAt: Instant | null;
  /** Size of the ledger when the request was made. */
  readonly firstEntry: number;
  readonly steps: Readonly<Partial<Record<StepId, Instant>>>;
  readonly removed: readonly Removed[];
  /** Systems beside Kept that it erases in; none before it is tried there. */
  readonly elsewhere: readonly InSystem[];
  readonly about: About;
  readonly decision: Decision | null;
  /** When what was stopped was allowed again. */
  readonly liftedAt: Instant | null;
  readonly fee: Fee | null;
  readonly carries: Carries | null;
  /** Since when somebody has to decide; null where nobody has to, or it is not known yet. */
  readonly waitsAt: Instant | null;
  /** Whether those who work on it were reminded, or somebody above them. */
  readonly reminded: 'remind' | 'escalate' | null;
  /** In which it was asked for: that of its certificate. */
  readonly language: Lang;
  readonly proof: RequestProof;
  /** Recipients who are told of it. */
  readonly told: readonly Told[];
}

export interface Row {
  id: string;
  owner_id: string;
  kind: string;
  granted: string | null;
  state: RequestState;
  code: string;
  made_at: Date;
  due_at: Date;
  was_at: Date | null;
  due_zone: string;
  unreadable_at: Date | null;
  done_at: Date | null;
  first_entry: string | number;
  steps: Partial<Record<StepId, Instant>>;
  counts: Removed[];
  elsewhere: InSystem[];
  about: About;
  decision: Decision | null;
  lifted_at: Date | null;
  fee: Fee | null;
  carries: Carries | null;
  waits_at: Date | null;
  reminded: 'remind' | 'escalate' | null;
  language: Lang;
  proof: RequestProof;
  told: Told[];
}

export const kept = (row: Row): KeptRequest => ({
  ...{ id: row.id, owner: row.owner_id, kind: row.kind, state: row.state, code: row.code, steps: row.steps },
  ...{ removed: row.counts, about: row.about, decision: row.decision, reminded: row.reminded, language: row.language },
  ...{ proof: row.proof, told: row.told, granted: row.granted, elsewhere: row.elsewhere },
  fee: row.fee,
  carries: row.carries,
  waitsAt: row.waits_at?.getTime() ?? null,
  madeAt: row.made_at.getTime(),
  dueAt: row.due_at.getTime(),
  wasAt: row.was_at?.getTime() ?? null,
  dueZone: row.due_zone,
  unreadableAt: row.unreadable_at?.getTime() ?? null,
  doneAt: row.done_at?.getTime() ?? null,
  liftedAt: row.lifted_at?.getTime() ?? null,
  firstEntry: Number(row.first_entry),
});

/** Crockford's base 32: no letter that can be read as another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits behind the region: `CN-7F3K-9QXM-2B5D-HHT0`. Whoever knows it may read the certificate. */
export function newCode(region: string): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]);
  const groups = [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join(''));
  return [region.toUpperCase(), ...groups].join('-');
}

/** The region that a certificate's code names. */
export const regionOfCode = (code: string): string => code.split('-')[0]!.toLowerCase();
