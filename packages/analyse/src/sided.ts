import type { Program } from '@kept/policy';
import type { Side } from './names.ts';
import {
  age,
  asked,
  datum,
  OPEN,
  opposable,
  type Part,
  RANK,
  receiving,
  restrictable,
  shut,
  standing,
  way,
} from './parts.ts';
import type { Condition } from './situation.ts';

/**
 * What a program says by the names that are gone through: those that it does not have are unknown to it. Consents of a
 * part are numbers of the program itself.
 */
export interface Sided {
  readonly asked: (actor: number, action: number, purpose: number, collection: number, recipient: number) => Part;
  readonly standing: (action: number, purpose: number, status: number) => Part;
  readonly person: (purpose: number, place: number, age: number) => Part;
  readonly receiving: (action: number, purpose: number, recipient: number) => Part;
  readonly way: (purpose: number, recipient: number, from: number, to: number) => Part;
  /** `collection` past the last: none is named. */
  readonly datum: (seen: boolean, purpose: number, collection: number, recipient: number, field: number) => Part;
  /** Bits of `STOP`. */
  readonly stops: (action: number, purpose: number) => number;
}

/** What the person can do to stop a purpose. */
export const STOP = { restriction: 1, objection: 2 } as const;

/** Under which condition a program permits, by the numbers of its consents and bits of `STOP`. */
export const conditionOf = ({ consents }: Program, asked: readonly number[], stops: number): Condition => ({
  consents: asked.toSorted((a, b) => a - b).map((consent) => consents.ids[consent]!),
  unrestricted: (stops & STOP.restriction) !== 0,
  unopposed: (stops & STOP.objection) !== 0,
});

export function sided(side: Side): Sided {
  const { program, purposes, recipients, collections, fields, regions, places, ages } = side;
  const { sizes, unknown } = program.tables;
  const collection = (number: number): number => collections[number] ?? sizes.collections;
  const recipient = (number: number): number => recipients[number] ?? sizes.recipients;
  const lost = {
    purpose: shut(unknown['unknown-purpose'], RANK.unknownPurpose),
    recipient: shut(unknown['unknown-recipient'], RANK.unknownRecipient),
    collection: shut(unknown['unknown-collection'], RANK.unknownCollection),
    region: shut(unknown['unknown-region'], RANK.unknownRegion),
    field: shut(unknown['unknown-field'], RANK.minimisation),
  };
  // What an earlier part has found to be unknown has decided already, so that a later one need not look.
  const known = (purpose: number, party: number): boolean => purposes[purpose]! >= 0 && recipient(party) >= 0;
  return {
    asked(actor, action, purpose, row, party) {
      if (purposes[purpose]! < 0) return lost.purpose;
      if (recipient(party) < 0) return lost.recipient;
      return asked(program, actor, action, purposes[purpose]!, collection(row), recipient(party));
    },
    standing: (action, purpose, status) =>
      purposes[purpose]! < 0 ? OPEN : standing(program, action, purposes[purpose]!, status),
    person: (purpose, place, band) =>
      purposes[purpose]! < 0 ? OPEN : age(program, purposes[purpose]!, places[place]!, ages[band]!),
    receiving: (action, purpose, party) =>
      known(purpose, party) ? receiving(program, action, purposes[purpose]!, recipient(party)) : OPEN,
    way(purpose, party, from, to) {
      if (regions[from]! < 0 || regions[to]! < 0) return lost.region;
      if (!known(purpose, party)) return OPEN;
      return way(program, purposes[purpose]!, recipient(party), regions[from]!, regions[to]!);
    },
    datum(seen, purpose, row, party, field) {
      if (collection(row) < 0) return lost.collection;
      if (fields[field]! < 0) return lost.field;
      if (!known(purpose, party)) return OPEN;
      return datum(program, seen, purposes[purpose]!, collection(row), recipient(party), fields[field]!);
    },
    stops(action, purpose) {
      const own = purposes[purpose]!;
      if (own < 0) return 0;
      return (
        (restrictable(program, action, own) ? STOP.restriction : 0) | (opposable(program, own) ? STOP.objection : 0)
      );
    },
  };
}
