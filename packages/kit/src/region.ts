import type { Clock } from '@kept/base';
import type { BlobStore, Scanner, Uploads } from '@kept/blobs';
import type { Gate } from '@kept/gate';
import type { Front, Identity } from '@kept/identity';
import type { RegionKeys } from '@kept/keys';
import type { Ledger } from '@kept/ledger';
import type { Program } from '@kept/policy';
import type { Recipients } from '@kept/recipients';
import type { Subjects } from '@kept/subjects';
import type { Vault } from '@kept/vault';

/** Where files lie, and how they come in. */
export interface FileRoom {
  readonly store: BlobStore;
  readonly uploads: Uploads;
  /** Null where no scanner is set. */
  readonly scan: Scanner | null;
}

/** The kernel as it runs in one region: what a service is given, and all it is given. */
export interface Region {
  readonly id: string;
  /** The policy in force. */
  readonly program: Program;
  readonly clock: Clock;
  readonly subjects: Subjects;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly files: FileRoom;
  readonly ledger: Ledger;
  readonly keys: RegionKeys;
  readonly recipients: Recipients;
  readonly identity: Identity;
  /** All regions' account desks together. */
  readonly front: Front;
}

/** A region with more. What it answers anew each time, the policy in force, is not fixed by the copy. */
export const regionWith = <R extends object, More extends object>(region: R, more: More): R & More =>
  Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(region),
      ...Object.getOwnPropertyDescriptors(more),
    },
  ) as R & More;
