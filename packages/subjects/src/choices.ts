/** What a person may change of how their data is used: consent, restriction, objection; and the status of the account. */
import type { Instant } from '@kept/base';
import type { Pool, PoolClient } from '@kept/db';
import type { Program, Succession } from '@kept/policy';
import { type ConsentEvidence, type ConsentRecord, changeConsent } from './consent.ts';
import { NotInPolicy, StatusConflict, VersionChanged } from './errors.ts';
import { agreedWith, nameOf } from './standing.ts';
import { appendConsent, consentRecords, newRecord, type PersonRow, updatePerson } from './store.ts';
import type { Status } from './subject.ts';

/** Every change throws SUBJECT_UNKNOWN where nobody has this id. */
export interface Choices {
  /** `prospective` becomes `active`. */
  activate(id: string): Promise<void>;
  /** Throws SUBJECT_STATUS_CONFLICT for a step that has no meaning. */
  setStatus(id: string, status: Status): Promise<void>;
  /** Corrects what decisions depend on. */
  amend(id: string, change: { ageBand?: string; jurisdiction?: string }): Promise<void>;
  /** Appends a record and brings the consent into force. Throws SUBJECT_NOT_IN_POLICY. */
  giveConsent(id: string, consent: string, evidence: ConsentEvidence): Promise<ConsentRecord>;
  /** Appends a record and ends the consent; null, and no record, where it was not in force. */
  withdrawConsent(id: string, consent: string, evidence: ConsentEvidence): Promise<ConsentRecord | null>;
  /** Appends a record that the person said no; null, and no record, where the consent is in force. Throws SUBJECT_NOT_IN_POLICY. */
  refuseConsent(id: string, consent: string, evidence: ConsentEvidence): Promise<ConsentRecord | null>;
  /**
   * Agrees to one change of the policy (`matterOf`, `rightMatter`) as the version in force has it, which `evidence` must
   * name. Throws SUBJECT_VERSION_CONFLICT where another one is in force by now.
   */
  agree(id: string, matter: string, evidence: ConsentEvidence): Promise<ConsentRecord>;
  /** Says no to a change, or takes a yes back: everything is as the version has it that was agreed to before. */
  disagree(id: string, matter: string, evidence: ConsentEvidence): Promise<ConsentRecord>;
  /** Records of consents given, withdrawn and refused, the newest first. */
  consents(id: string): Promise<ConsentRecord[]>;
  /** Stops the processing for these purposes, or for all, but for what the person asks for. */
  restrict(id: string, purposes: readonly string[] | 'all'): Promise<void>;
  unrestrict(id: string, purposes: readonly string[] | 'all'): Promise<void>;
  object(id: string, purposes: readonly string[]): Promise<void>;
  withdrawObjection(id: string, purposes: readonly string[]): Promise<void>;
}

export interface ChoicesNeeds {
  readonly pool: Pool;
  readonly succession: () => Succession;
  readonly change: <T>(id: string, work: (db: PoolClient, row: PersonRow) => Promise<T>) => Promise<T>;
  readonly now: () => Instant;
  readonly newId: () => string;
}

const NEXT: Readonly<Record<string, readonly Status[]>> = {
  prospective: ['active', 'closed'],
  active: ['closing', 'closed'],
  closing: ['active', 'closed'],
  closed: [],
};

export function choicesOf(needs: ChoicesNeeds): Choices {
  const { change, now, succession } = needs;
  const setStatus = (id: string, status: Status): Promise<void> =>
    change(id, async (db, row) => {
      if (row.status === status) return;
      if (!NEXT[row.status]?.includes(status)) throw new StatusConflict(row.status, status);
      await updatePerson(db, id, { status }, now());
    });
  return {
    activate: (id) => setStatus(id, 'active'),
    setStatus,
    amend: (id, what) =>
      change(id, (db) => {
        const placed = what.jurisdiction === undefined ? {} : { placed: nameOf(succession().present.hash) };
        return updatePerson(db, id, { ...what, ...placed }, now());
      }),
    ...consentsOf(needs),
    ...changesOf(needs),
    restrict: (id, purposes) =>
      change(id, (db, row) => {
        const restricted = purposes === 'all' ? ['*'] : joined(row.restricted, checked(needs, purposes));
        return updatePerson(db, id, { restricted }, now());
      }),
    unrestrict: (id, purposes) =>
      change(id, (db, row) => {
        const restricted = purposes === 'all' ? [] : row.restricted.filter((each) => !purposes.includes(each));
        return updatePerson(db, id, { restricted }, now());
      }),
    object: (id, purposes) =>
      change(id, (db, row) =>
        updatePerson(db, id, { objected: joined(row.objected, checked(needs, purposes)) }, now()),
      ),
    withdrawObjection: (id, purposes) =>
      change(id, (db, row) =>
        updatePerson(db, id, { objected: row.objected.filter((each) => !purposes.includes(each)) }, now()),
      ),
  };
}

function consentsOf({
  pool,
  succession,
  change,
  now,
  newId,
}: ChoicesNeeds): Pick<Choices, 'giveConsent' | 'withdrawConsent' | 'refuseConsent' | 'consents'> {
  const program = () => succession().present;
  const record = (
    subject: string,
    consent: string,
    state: ConsentRecord['event']['state'],
    evidence: ConsentEvidence,
  ) => {
    const { notice, language, method } = evidence;
    const event = { type: kindOf(program(), consent), state, at: now() };
    return newRecord({
      id: newId(),
      subject,
      consent,
      purposes: purposesOf(program(), consent),
      notice,
      language,
      method,
      event,
    });
  };
  return {
    giveConsent: async (id, consent, evidence) => {
      if (program().consents.of(consent) < 0) throw new NotInPolicy('consent', consent);
      return change(id, async (db, row) => {
        const given = record(id, consent, 'given', evidence);
        await appendConsent(db, given);
        // The version that was shown counts: one that is unknown here counts for nothing that has changed since.
        const shown = [...shownOf(row, consent), nameOf(evidence.notice)];
        const consents = [...row.consents.filter((each) => each !== consent), consent];
        await updatePerson(db, id, { consents, shown }, now());
        return given;
      });
    },
    withdrawConsent: (id, consent, evidence) =>
      change(id, async (db, row) => {
        // A consent that the policy no longer knows can be withdrawn all the same.
        if (!row.consents.includes(consent)) return null;
        const withdrawn = record(id, consent, 'withdrawn', evidence);
        await appendConsent(db, withdrawn);
        const consents = row.consents.filter((each) => each !== consent);
        await updatePerson(db, id, { consents, shown: shownOf(row, consent) }, now());
        return withdrawn;
      }),
    refuseConsent: async (id, consent, evidence) => {
      if (program().consents.of(consent) < 0) throw new NotInPolicy('consent', consent);
      return change(id, async (db, row) => {
        if (row.consents.includes(consent)) return null;
        const refused = record(id, consent, 'refused', evidence);
        await appendConsent(db, refused);
        return refused;
      });
    },
    consents: (id) => consentRecords(pool, id),
  };
}

/** For each consent but this one, the version that was shown. */
const shownOf = ({ consents, shown }: PersonRow, but: string): string[] =>
  consents.flatMap((each, i) => (each === but ? [] : [shown[i] ?? '']));

/** Answers to what a version newly allows, or takes away: each is an act of its own. */
function changesOf({ succession, change, now, newId }: ChoicesNeeds): Pick<Choices, 'agree' | 'disagree'> {
  const record = (
    subject: string,
    matter: string,
    state: ConsentRecord['event']['state'],
    { notice, language, method }: ConsentEvidence,
  ) => {
    const event = { type: 'explicit', state, at: now() };
    const purposes = matter.includes(':') ? [] : [matter.split('.')[0]!];
    return newRecord({
      id: newId(),
      subject,
      consent: changeConsent(matter),
      purposes,
      notice,
      language,
      method,
      event,
    });
  };
  return {
    agree: async (id, matter, evidence) => {
      const { hash } = succession().present;
      if (evidence.notice !== hash) throw new VersionChanged();
      return change(id, async (db, row) => {
        const given = record(id, matter, 'given', evidence);
        await appendConsent(db, given);
        await updatePerson(db, id, { agreed: agreedWith(row.agreed, matter, nameOf(hash)) }, now());
        return given;
      });
    },
    disagree: (id, matter, evidence) =>
      change(id, async (db, row) => {
        const agreed = agreedWith(row.agreed, matter, null);
        const state = agreed.length < row.agreed.length ? 'withdrawn' : 'refused';
        const said = record(id, matter, state, evidence);
        await appendConsent(db, said);
        await updatePerson(db, id, { agreed }, now());
        return said;
      }),
  };
}

const joined = (held: readonly string[], more: readonly string[]): string[] => [...new Set([...held, ...more])];

function checked({ succession }: ChoicesNeeds, purposes: readonly string[]): readonly string[] {
  const { present } = succession();
  for (const purpose of purposes) if (present.purposes.of(purpose) < 0) throw new NotInPolicy('purpose', purpose);
  return purposes;
}

const purposesOf = (program: Program, consent: string): string[] =>
  Object.entries(program.manifest.purposes).flatMap(([id, purpose]) => (purpose.consent === consent ? [id] : []));

const kindOf = (program: Program, consent: string): string => program.manifest.consents[consent]?.kind ?? 'consent';
