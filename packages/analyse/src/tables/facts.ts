import type { Manifest } from '@kept/policy';
import { bare, keyOf } from '../diff/facts/compare.ts';
import type { Fact } from './table.ts';

type Items = Readonly<Record<string, object>>;

/** Members of items that say what a policy promises, and that no decision looks at, or not at all of them. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  rights: [
    ...['kind', 'jurisdictions', 'deadline', 'confirmWithin', 'fee', 'refusalGrounds', 'conditions', 'below'],
    ...['grounds', 'identity', 'channels'],
  ],
  purposes: ['basis', 'exemption', 'minAge', 'group', 'actions', 'actors'],
  collections: ['required', 'oneOf', 'source'],
  consents: ['kind', 'by'],
  exemptions: ['basis'],
  exceptions: ['from', 'basis', 'consent', 'duties'],
  recipients: ['role', 'country', 'channel', 'exception', 'fields', 'purposes'],
  regions: ['country'],
  jurisdictions: ['residences'],
  optOuts: ['purposes'],
  figures: ['purpose', 'fields'],
  cookies: ['technology', 'party', 'use', 'consent'],
  measures: ['dpv'],
};
const LISTS = ['retention', 'ages', 'prohibitions', 'separations'] as const;
const SINGLE = ['breach', 'changes'] as const;

/** What a policy declares, as a table pins it down. */
export function factsOf(manifest: Manifest): Record<string, unknown> {
  const fields = Object.entries(manifest.fields);
  const named = (holds: (field: Manifest['fields'][string]) => boolean): string[] =>
    fields.filter(([, field]) => holds(field)).map(([id]) => id);
  return {
    controller: { contacts: bare(manifest.controller.contacts) },
    sensitive: named(({ sensitive }) => sensitive),
    forThePerson: named(({ readableBy }) => readableBy === 'person'),
    ...Object.fromEntries(
      Object.entries(MEMBERS).map(([part, members]) => [
        part,
        Object.fromEntries(
          Object.entries(manifest[part as 'rights'] as Items).map(([id, item]) => [id, membersOf(item, members)]),
        ),
      ]),
    ),
    residency: Object.fromEntries(manifest.residency.map(({ residence, region }) => [residence, region])),
    ...Object.fromEntries(LISTS.map((part) => [part, bare(manifest[part])])),
    ...Object.fromEntries(SINGLE.map((part) => [part, manifest[part] === null ? null : bare(manifest[part])])),
  };
}

function membersOf(item: object, members: readonly string[]): Record<string, unknown> {
  const own = Object.entries(item).filter(([name]) => members.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, said(value)]));
}

/** Words count as many as there are, whatever they are. */
function said(value: unknown): unknown {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    const items = value.map((item) => bare(item));
    return items.every((item) => item === undefined || Object.keys(item as object).length === 0) ? items.length : items;
  }
  if (typeof value === 'object' && value !== null && bare(value) === undefined) return 'said';
  return bare(value);
}

/** Whether a manifest is as a fact says, and else what it is. */
export function holds(facts: Readonly<Record<string, unknown>>, { path, is }: Fact): { readonly got: string } | null {
  let value: unknown = facts;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  return keyOf(value) === keyOf(is) ? null : { got: value === undefined ? 'nothing' : JSON.stringify(value) };
}
