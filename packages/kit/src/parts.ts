/** What the operations on one resource share. */
import type { Json } from '@kept/base';
import type { PendingPermit } from '@kept/gate';
import type { ActorRole } from '@kept/policy';
import type { ListedRow, SealedTable, TableDef } from '@kept/vault';
import { isOver } from './bucket.ts';
import { WithdrawnMeanwhile } from './errors.ts';
import { removeFiles } from './file-names.ts';
import type { Region } from './region.ts';
import type { FieldForm, ResourceDeclaration } from './resource.ts';
import { type Keeping, plus, purposeOf } from './retention.ts';

/** Who does something. `id` names a person of staff; the person themself needs none. */
export interface By {
  readonly role: ActorRole;
  readonly id?: string;
}

/** Values to take in, by field; `null` deletes, what is left out stays as it is. */
export type Values<F extends string> = { readonly [K in F]?: string | null };

/** Values of plain columns. */
export type Plain = Readonly<Record<string, Json | Date | undefined>>;

/** A row as it can be listed without opening it. */
export interface Listed {
  readonly id: string;
  readonly createdAt: Date;
  readonly plain: Plain;
  /** Rows of one bucket end together. */
  readonly bucket: string;
  /** Fields that have a value. */
  readonly present: readonly string[];
}

export interface Options {
  readonly region: Region;
  readonly service: string;
  readonly resource: string;
  readonly declaration: ResourceDeclaration;
  readonly table: TableDef;
}

/** What the operations on one resource share. */
export interface Parts extends Options {
  readonly sealed: SealedTable;
  readonly form: Readonly<Record<string, FieldForm>>;
  readonly fields: readonly string[];
  /** The one that tells of a file, if there is one. */
  readonly fileField: string | null;
  /** By the policy in force. */
  keeping(): Keeping;
}

/** Rows that have not ended. */
export async function live<R extends ListedRow>({ region, keeping }: Parts, rows: readonly R[]): Promise<R[]> {
  const over = new Map<string, boolean>();
  for (const { bucket } of rows) if (!over.has(bucket)) over.set(bucket, await isOver(region, bucket));
  // A period that a later version has shortened counts for what was there before it, too.
  const { after } = keeping();
  const ended = ({ createdAt }: ListedRow) =>
    after.some((period) => plus(createdAt.getTime(), period) <= region.clock.now());
  return rows.filter((row) => !over.get(row.bucket) && !ended(row));
}

/** One question for each purpose that these fields are kept for. */
export function asked({ region, service, declaration }: Parts, by: By, owner: string, fields: readonly string[]) {
  const { collection } = declaration;
  const purposes = Map.groupBy(fields, (field) => purposeOf(region.program.manifest, { field, collection })!);
  const ask = { action: 'collect', actor: by, service, subject: owner, collection } as const;
  return [...purposes].map(
    ([purpose, own]): PendingPermit<string, string, 'collect'> => region.gate.permit({ ...ask, purpose, fields: own }),
  );
}

/** A consent may be withdrawn between the decision and the write; then what was written goes as it would have gone. */
export async function keptOnlyIfStillAgreed(parts: Parts, owner: string): Promise<void> {
  const { consents } = parts.keeping();
  if (consents.length === 0) return;
  const given = (await parts.region.subjects.subject(owner)).consents;
  const missing = consents.find((consent) => !given.includes(consent));
  if (missing === undefined) return;
  await withdrawn(parts, owner, missing);
  throw new WithdrawnMeanwhile(parts.region.program.manifest.consents[missing]?.clause);
}

/** Keys first: what they open is gone before its row is. */
export async function withdrawn(parts: Parts, owner: string, consent: string): Promise<number> {
  const { region, sealed, keeping } = parts;
  if (!keeping().consents.includes(consent)) return 0;
  const rows = await sealed.rows(owner);
  await Promise.all([...new Set(rows.map(({ bucket }) => bucket))].map((bucket) => region.vault.destroyBucket(bucket)));
  const ids = rows.map(({ id }) => id);
  await removeFiles(parts, owner, ids);
  return sealed.remove(owner, ids);
}
