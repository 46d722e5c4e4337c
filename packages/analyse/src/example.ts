import { type Decision, decide, subjectState } from '@kept/decide';
import { ACTIONS, ACTORS, type Action, type ActorRole, type Program, STATUSES, type Status } from '@kept/policy';
import type { Names } from './names.ts';
import type { Spot } from './plainest.ts';

/** A request about one field, in full, as plain data. */
export interface Asked {
  readonly actor: ActorRole;
  readonly action: Action;
  readonly purpose: string;
  readonly field: string;
  readonly collection?: string;
  readonly recipient?: string;
  readonly from: string;
  readonly to: string;
  readonly person: Person;
}

/** Whom a request is about, and what they said. */
export interface Person {
  readonly region: string;
  readonly jurisdiction: string;
  readonly ageBand: string;
  readonly status: Status;
  readonly consents: readonly string[];
  readonly restricted: readonly string[];
  readonly objected: readonly string[];
}

/** A request, and what `decide` says to it. */
export interface Example {
  readonly asked: Asked;
  readonly outcome: Decision['outcome'];
  readonly reason: Decision['reason'];
  readonly clause: string;
  readonly obligations: Decision['obligations'];
}

/** What somebody said; restricted and objected mean the purpose that is asked about. */
export interface Said {
  readonly consents: readonly string[];
  readonly restricted?: boolean;
  readonly objected?: boolean;
}

/** The request of a spot. `jurisdiction` and `ageBand` where those are not what the names call them. */
export function askedAt(
  names: Names,
  spot: Spot,
  said: Said,
  place?: { jurisdiction: string; ageBand: string },
): Asked {
  const purpose = names.purposes[spot.purpose]!;
  const collection = names.collections[spot.collection];
  const recipient = names.recipients[spot.recipient];
  const from = names.regions[spot.from]!;
  return {
    actor: ACTORS[spot.actor]!,
    action: ACTIONS[spot.action]!,
    purpose,
    field: names.fields[spot.field]!,
    ...(collection !== undefined && { collection }),
    ...(recipient !== undefined && { recipient }),
    from,
    to: names.regions[spot.to]!,
    person: {
      region: from,
      jurisdiction: place?.jurisdiction ?? names.places[spot.place]!,
      ageBand: place?.ageBand ?? names.ages[spot.age]!,
      status: STATUSES[spot.status]!,
      consents: said.consents,
      restricted: said.restricted === true ? [purpose] : [],
      objected: said.objected === true ? [purpose] : [],
    },
  };
}

/** What `program` says to it. */
export function exampleOf(program: Program, asked: Asked): Example {
  const { field, person, ...request } = asked;
  const { outcome, reason, clause, obligations } = decide(program, {
    ...request,
    fields: [field],
    subject: subjectState(program, person),
  });
  return { asked, outcome, reason, clause, obligations };
}
