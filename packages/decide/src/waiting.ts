import { ACTIONS, type ActorRole, type Program } from '@kept/policy';
import { decide } from './decide.ts';
import { matterOf } from './matter.ts';
import { lineOf, type SubjectState } from './state.ts';

/** Something that the present version allows and that waits for this person's yes: an act of its own. */
export interface Waiting {
  readonly matter: string;
  readonly purpose: string;
  readonly recipient?: string;
  /** What it would be allowed to touch. */
  readonly fields: readonly string[];
  /** The clause of the present version that would allow it. */
  readonly clause: string;
}

const ACTORS: readonly ActorRole[] = ['service', 'person', 'operator', 'system'];

/**
 * All that waits for this person, in the order of the manifest. What they have not consented to under the present version
 * is asked by its own question and is not here. Asks `decide` about every action and collection: some milliseconds.
 */
export function waitingFor(program: Program, subject: SubjectState): Waiting[] {
  if (lineOf(subject) === undefined) return [];
  const { purposes } = program.manifest;
  return Object.entries(purposes).flatMap(([purpose, { recipients }]) =>
    [undefined, ...recipients].flatMap((recipient) => waitingIn(program, subject, purpose, recipient) ?? []),
  );
}

function waitingIn(
  program: Program,
  subject: SubjectState,
  purpose: string,
  recipient: string | undefined,
): Waiting | undefined {
  const { fields, actors, clause } = program.manifest.purposes[purpose]!;
  const rows = Object.entries(program.manifest.collections).filter(([, row]) => row.purposes.includes(purpose));
  const actor = ACTORS.find((each) => actors?.includes(each) ?? true);
  if (actor === undefined) return undefined;
  const found = new Set<string>();
  for (const action of ACTIONS) {
    if ((action === 'share') !== (recipient !== undefined)) continue;
    for (const collection of action === 'collect' ? rows.map(([id]) => id) : [undefined]) {
      const { refused } = decide(program, {
        ...{ actor, action, purpose, fields, collection, recipient, subject },
      });
      for (const { field, reason } of refused) if (reason === 'change') found.add(field);
    }
  }
  if (found.size === 0) return undefined;
  return {
    ...{ matter: matterOf(purpose, recipient), purpose, ...(recipient !== undefined && { recipient }) },
    clause: recipient === undefined ? clause : program.manifest.recipients[recipient]!.clause,
    fields: fields.filter((field) => found.has(field)),
  };
}
