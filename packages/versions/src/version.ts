import type { Instant } from '@kept/base';
import type { Program } from '@kept/policy';
import type { VersionRow, VersionState } from './store.ts';

/** A version and how far its publication is. */
export interface Version {
  readonly id: string;
  readonly program: Program;
  readonly state: VersionState;
  readonly draftedAt: Instant;
  readonly reviewedAt: Instant | null;
  /** When everybody concerned had been told. */
  readonly notifiedAt: Instant | null;
  /** From when it is to hold at the earliest. */
  readonly wantedAt: Instant | null;
  /** From when it holds, once that is settled. */
  readonly effectiveAt: Instant | null;
}

const at = (date: Date | null): Instant | null => date?.getTime() ?? null;

export const versionOf = (row: VersionRow, program: Program): Version => ({
  ...{ id: row.id, program, state: row.state, draftedAt: row.drafted_at.getTime() },
  ...{ reviewedAt: at(row.reviewed_at), notifiedAt: at(row.notified_at) },
  ...{ wantedAt: at(row.wanted_at), effectiveAt: at(row.effective_at) },
});
