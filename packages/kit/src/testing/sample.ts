/** People of whom a service holds something, and what. */
import { setConsent } from '@kept/api';
import type { ActorRole, Manifest } from '@kept/policy';
import { purposeOf } from '../retention.ts';
import type { SignedIn } from '../route.ts';
import type { Sample, Trial } from './trial.ts';
import { type Canary, canaryFor } from './values.ts';

/** One field of one row, and what it was given. */
export interface Given {
  readonly resource: string;
  readonly row: string;
  readonly field: string;
  readonly collection: string;
  /** Null where nobody can read it back. */
  readonly canary: Canary | null;
  /** Whether a resource of the kit holds it, not a library. */
  readonly own: boolean;
}

export interface Filled {
  readonly person: SignedIn;
  readonly given: readonly Given[];
  readonly secrets: Readonly<Record<string, string>>;
  over(): Promise<void>;
}

const ROLES: readonly ActorRole[] = ['person', 'service', 'system', 'operator'];

/** Who may do something for all these purposes. */
export const actorFor = ({ purposes }: Manifest, all: readonly string[]): { readonly role: ActorRole } => ({
  role: ROLES.find((role) => all.every((id) => purposes[id]?.actors?.includes(role) ?? true)) ?? 'person',
});

/** Consents of people themselves that the rows of this service ask for. */
export function consentsOf({ service: { declaration } }: Pick<Trial, 'service'>): string[] {
  const { policy, serves } = declaration;
  const purposes = serves.flatMap((row) => policy.collections[row]!.purposes).map((id) => policy.purposes[id]!);
  const asked = purposes.flatMap(({ consent, sensitiveConsent }) => [consent, sensitiveConsent]);
  return [...new Set(asked)].filter((id) => id !== undefined && policy.consents[id]?.by !== 'guardian') as string[];
}

export async function setConsents({ stage }: Trial, person: SignedIn, ids: readonly string[], given: boolean) {
  for (const id of ids) await stage.call(setConsent, { person, params: { id }, body: { given } });
}

/** Somebody who has agreed to everything, with a value in every field of every resource and library. */
export async function fill(trial: Trial): Promise<Filled> {
  const sample = await trial.sample?.();
  const person = sample?.person ?? (await trial.stage.newPerson());
  await setConsents(trial, person, consentsOf(trial), true);
  const given = await libraryOf(trial, person, sample);
  for (const resource of Object.keys(trial.service.tables))
    given.push(...(await fillResource(trial, person, resource)));
  return { person, given, secrets: sample?.secrets ?? {}, over: () => over(trial, person, given, sample) };
}

/** What each library could hold; a field that the sample does not have is missing from it, and shows as not held. */
async function libraryOf({ stage, service }: Trial, person: SignedIn, sample: Sample | undefined): Promise<Given[]> {
  const libraries = stage.region.holdings.filter(({ resource }) => !(resource in service.tables));
  const all = await Promise.all(
    libraries.map(async ({ resource, collection, fields, items }) => {
      const rows = new Map((await items(person.id)).map(({ field, row }) => [field, row]));
      return fields.map((field): Given => {
        const value = sample?.held[field] ?? null;
        const canary = value === null ? null : { value, needle: value };
        return { resource, row: rows.get(field) ?? person.id, field, collection, canary, own: false };
      });
    }),
  );
  return all.flat();
}

async function fillResource(trial: Trial, person: SignedIn, resource: string): Promise<Given[]> {
  const { stage, service } = trial;
  const { resources } = stage.context.at(stage.region.id);
  const { collection } = service.declaration.resources[resource]!;
  const canaries = canariesOf(trial, resource);
  const values = Object.fromEntries(canaries.map(([field, { value }]) => [field, value]));
  const { row } = await resources[resource]!.collect(actorOf(trial, resource), person.id, values);
  return canaries.map(([field, canary]) => ({ resource, row, field, collection, canary, own: true }));
}

export const canariesOf = ({ stage }: Trial, resource: string): [field: string, canary: Canary][] =>
  Object.entries(stage.context.at(stage.region.id).resources[resource]!.form).map(([field, form]) => [
    field,
    canaryFor(form, stage.random),
  ]);

/** Purposes that the fields of a resource are kept for. */
export function purposesOf({ service: { declaration } }: Trial, resource: string): string[] {
  const { collection, form } = declaration.resources[resource]!;
  const all = Object.keys(form).map((field) => purposeOf(declaration.policy, { field, collection })!);
  return [...new Set(all)];
}

export const actorOf = (trial: Trial, resource: string): { readonly role: ActorRole } =>
  actorFor(trial.service.declaration.policy, purposesOf(trial, resource));

async function over(
  { stage }: Trial,
  person: SignedIn,
  given: readonly Given[],
  sample: Sample | undefined,
): Promise<void> {
  await sample?.over?.();
  const { resources } = stage.context.at(stage.region.id);
  const rows = new Map(given.filter(({ own }) => own).map((each) => [`${each.resource} ${each.row}`, each]));
  for (const { resource, row } of rows.values()) await resources[resource]!.remove(person.id, row);
}
