import { interpret, type PlainRequest } from '@kept/decide/testing';
import { ACTIONS, ACTORS, type Manifest, type Program, STATUSES } from '@kept/policy';
import type { Answer, Asked, Question } from '../index.ts';

/** All that a person can have said about a purpose. */
export interface Said {
  readonly consents: readonly string[];
  readonly restricted: boolean;
  readonly objected: boolean;
}

/** Every set of consents, with and without a restriction and an objection. */
export function* everySaid(consents: readonly string[]): Generator<Said> {
  for (let set = 0; set < 2 ** consents.length; set++)
    for (const restricted of [false, true])
      for (const objected of [false, true])
        yield { consents: consents.filter((_, i) => (set >>> i) & 1), restricted, objected };
}

/** A situation by its names, with an age in years. */
export interface Cell extends Omit<Asked, 'person' | 'collection' | 'recipient'> {
  readonly collection: string | null;
  readonly recipient: string | null;
  readonly jurisdiction: string;
  readonly age: string;
  readonly years: number | undefined;
  readonly status: string;
}

/** Every situation that a question is about, one by one, as its comment says. */
export function* cells({ manifest, bands }: Program, q: Question): Generator<Cell> {
  const named = (wanted: string, action: string, asked: string | null | undefined, all: readonly string[]) => {
    if (asked !== undefined) return [asked];
    return action === wanted && all.length > 0 ? all : [null];
  };
  const one = <T>(asked: T | undefined, all: readonly T[]): readonly T[] => (asked === undefined ? all : [asked]);
  const regions = Object.keys(manifest.regions);
  const all = {
    purposes: one(q.purpose, [...Object.keys(manifest.purposes), 'rights']),
    jurisdictions: one(q.jurisdiction, Object.keys(manifest.jurisdictions)),
    bands: bands.filter(({ id, from, to }) =>
      typeof q.age === 'number'
        ? id !== 'unknown' && q.age >= from && q.age <= to
        : q.age === undefined || q.age === id,
    ),
  };
  for (const action of one(q.action, ACTIONS))
    for (const recipient of named('share', action, q.recipient, Object.keys(manifest.recipients)))
      for (const collection of named('collect', action, q.collection, Object.keys(manifest.collections)))
        for (const purpose of all.purposes)
          for (const actor of one(q.actor, ACTORS))
            for (const field of one(q.field, Object.keys(manifest.fields)))
              for (const from of one(q.from, regions))
                for (const to of one(q.to, regions))
                  for (const jurisdiction of all.jurisdictions)
                    for (const { id: age, from: years } of all.bands)
                      for (const status of one(q.status, STATUSES))
                        yield {
                          ...{
                            actor,
                            action,
                            purpose,
                            field,
                            collection,
                            recipient,
                            from,
                            to,
                            jurisdiction,
                            age,
                            status,
                          },
                          years: age === 'unknown' ? undefined : years,
                        };
}

/** What the oracle says to somebody who said so. */
export function oracle(manifest: Manifest, { years, ...cell }: Omit<Cell, 'age'>, said: Said) {
  const request: PlainRequest = {
    ...{ actor: cell.actor, action: cell.action, purpose: cell.purpose, fields: [cell.field] },
    ...{
      collection: cell.collection ?? undefined,
      recipient: cell.recipient ?? undefined,
      from: cell.from,
      to: cell.to,
    },
    subject: {
      ...{ region: cell.from, age: years, jurisdiction: cell.jurisdiction, status: cell.status },
      consents: said.consents,
      restricted: said.restricted ? [cell.purpose] : [],
      objected: said.objected ? [cell.purpose] : [],
    },
  };
  return interpret(manifest, request);
}

const DIMENSIONS = [
  'actor',
  'action',
  'purpose',
  'field',
  'collection',
  'recipient',
  'from',
  'to',
  'jurisdiction',
  'age',
  'status',
] as const;

/** How far a situation is from the plainest, in things that are out of the ordinary. */
const extras = ({ bands }: Program, cell: Cell, said: Said): number =>
  [
    cell.actor !== 'service',
    cell.action !== 'use',
    cell.recipient !== null,
    cell.collection !== null,
    cell.from !== cell.to,
    cell.age !== bands.at(-2)!.id,
    cell.age === 'unknown',
    cell.status !== 'active',
    said.restricted,
    said.objected,
  ].filter(Boolean).length + said.consents.length;

/** Everything in which an answer is not what the oracle says, situation by situation and whatever the person said. */
export function mistakesIn(program: Program, question: Question, answer: Answer): string[] {
  const wrong: string[] = [];
  const least = { permit: Number.POSITIVE_INFINITY, refuse: Number.POSITIVE_INFINITY };
  let situations = 0;
  let permissible = 0;
  let refusedOnce = false;
  for (const cell of cells(program, question)) {
    situations++;
    const mine = answer.alternatives.filter(({ within }) =>
      DIMENSIONS.every((name) => (within[name] as readonly unknown[] | undefined)?.includes(cell[name]) ?? true),
    );
    if (mine.some(({ when }) => new Set(when.consents).size < when.consents.length)) wrong.push('a consent twice');
    if (mine.length > 1) wrong.push(`two alternatives: ${JSON.stringify(cell)}`);
    let ever = false;
    for (const said of everySaid(program.consents.ids)) {
      const permits = oracle(program.manifest, cell, said).outcome === 'permit';
      const claimed = mine.some(
        ({ when }) =>
          when.consents.every((consent) => said.consents.includes(consent)) &&
          !(when.unrestricted && said.restricted) &&
          !(when.unopposed && said.objected),
      );
      if (claimed !== permits) wrong.push(`${claimed ? 'claimed' : 'missing'}: ${JSON.stringify({ cell, said })}`);
      ever ||= permits;
      refusedOnce ||= !permits;
      const outcome = permits ? 'permit' : 'refuse';
      least[outcome] = Math.min(least[outcome], extras(program, cell, said));
    }
    if (ever) permissible++;
  }
  const verdict = permissible === 0 ? 'never' : refusedOnce ? 'sometimes' : 'always';
  if (verdict !== answer.answer) wrong.push(`${answer.answer} instead of ${verdict}`);
  if (situations !== answer.situations || permissible !== answer.permissible) wrong.push('counts');
  const told = answer.refusals.reduce((sum, each) => sum + each.situations, 0);
  if (told !== situations - permissible) wrong.push('counts of refusals');
  for (const [outcome, example] of [
    ['permit', answer.permitted],
    ['refuse', answer.refused],
  ] as const)
    if (extrasOf(program, example?.asked) !== least[outcome]) wrong.push(`example of ${outcome}`);
  return wrong;
}

function extrasOf(program: Program, asked: Asked | undefined): number {
  if (asked === undefined) return Number.POSITIVE_INFINITY;
  const { person, ...rest } = asked;
  const cell = { collection: null, recipient: null, years: undefined, ...rest, ...person, age: person.ageBand };
  return extras(program, cell, {
    consents: person.consents,
    restricted: person.restricted.length > 0,
    objected: person.objected.length > 0,
  });
}
