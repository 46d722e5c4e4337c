/** For which reasons a right may be asked for, and whether the one that was named holds, as far as that can be seen. */
import { expiryOf, keepingOf } from '@kept/kit';
import type { Ground, Lang, Manifest, Right } from '@kept/policy';
import type { RightsContext, RightsRegion } from './context.ts';
import { erasable } from './executing.ts';
import { clauseOf, rightOf } from './granted.ts';
import type { Held } from './held.ts';
import type { KeptRequest } from './kept-request.ts';

/** `unclear`: somebody has to look. */
export type Finding = 'holds' | 'fails' | 'unclear';

/** What is looked at beside what is held here. */
export type Beyond = Pick<RightsContext, 'beside'>;

export const byPolicy = ({ holds }: Ground): boolean => holds !== 'judged';

/**
 * The reason that decides about a request, and what was found. Null where the right asks for none. Of a request that names
 * none: what the account works without goes all the same, if that is a reason.
 */
export async function findingOf(
  region: RightsRegion,
  { grounds }: Right,
  request: KeptRequest,
  beyond: Beyond,
): Promise<{ readonly because?: string; readonly finding: Finding } | null> {
  if (!grounds) return null;
  const named = request.about.ground;
  if (named === undefined) {
    const open = Object.keys(grounds).find(
      (id) => grounds[id]!.holds === 'asked' || grounds[id]!.holds === 'not-needed',
    );
    return open === undefined ? { finding: 'unclear' } : { because: open, finding: 'holds' };
  }
  const ground = Object.hasOwn(grounds, named) ? grounds[named] : undefined;
  if (!ground) return { finding: 'unclear' };
  const found = await look(region, request, ground);
  // What lies in other systems was not looked at.
  const finding = found === 'fails' && beyond.beside?.at(region.id) ? 'unclear' : found;
  return { because: named, finding };
}

async function look(region: RightsRegion, { owner, about }: KeptRequest, { holds }: Ground): Promise<Finding> {
  if (holds === 'asked') return 'holds';
  if (holds === 'judged') return 'unclear';
  const { goes, stays } = await erasable(region, owner, about.collections);
  if (holds === 'not-needed') return goes.length > 0 ? 'holds' : stays.length > 0 ? 'fails' : 'unclear';
  const states = await consentStates(region, owner);
  if (holds === 'period-over') return together(goes.map((each) => isOver(region, each, states)));
  const { manifest } = region.program;
  if (goes.length > 0) return together(goes.map((each) => isWithdrawn(consentsOf(manifest, each), states)));
  // What was kept until the withdrawal went with it.
  const named = about.collections?.flatMap((id) => manifest.collections[id]?.purposes ?? []);
  const asked = (named ?? Object.keys(manifest.purposes)).flatMap((id) => askedFor(manifest, id, true));
  return asked.some((id) => states.get(id) === 'withdrawn') ? 'holds' : 'fails';
}

/** Whether it holds for all of what was asked for, for none of it, or only somebody can tell. */
function together(each: readonly Finding[]): Finding {
  if (each.length === 0) return 'unclear';
  return each.every((one) => one === each[0]) ? each[0]! : 'unclear';
}

function isOver({ program, clock }: RightsRegion, { item }: Held, states: ReadonlyMap<string, string>): Finding {
  const { at, event } = expiryOf(program, { ...item, collectedAt: item.collectedAt.getTime() });
  if (at !== undefined) return at <= clock.now() ? 'holds' : 'fails';
  if (event === 'withdrawal') return isWithdrawn(keepingOf(program.manifest, item).consents, states);
  // Whoever asks has the account still.
  return event === 'closure' ? 'fails' : 'unclear';
}

const askedFor = ({ purposes }: Manifest, id: string, sensitive: boolean): readonly string[] =>
  [purposes[id]?.consent ?? [], sensitive ? (purposes[id]?.sensitiveConsent ?? []) : []].flat();

/** Consents that a datum rests on, where its collection takes it. */
function consentsOf(manifest: Manifest, { item: { collection, field } }: Held): ReadonlySet<string> {
  const purposes = (manifest.collections[collection]?.purposes ?? []).filter((id) =>
    manifest.purposes[id]?.fields.includes(field),
  );
  const sensitive = manifest.fields[field]?.sensitive === true;
  return new Set(purposes.flatMap((id) => askedFor(manifest, id, sensitive)));
}

/** What was answered last, by consent. */
async function consentStates({ subjects }: RightsRegion, owner: string): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>();
  for (const { consent, event } of await subjects.consents(owner))
    if (!states.has(consent)) states.set(consent, event.state);
  return states;
}

/** One was taken back. Where another one stands, only somebody can tell on which it rests. */
function isWithdrawn(consents: Iterable<string>, states: ReadonlyMap<string, string>): Finding {
  const answers = [...consents].map((id) => states.get(id));
  if (!answers.includes('withdrawn')) return 'fails';
  return answers.includes('given') ? 'unclear' : 'holds';
}

/** The reason of a request as people read it: the one that was named, or else the one that was found. */
export function reasonOf(
  region: RightsRegion,
  request: Pick<KeptRequest, 'kind' | 'granted' | 'about' | 'decision'>,
  lang: Lang,
): { readonly label: string; readonly clause: string } | undefined {
  const id = request.about.ground ?? request.decision?.because;
  const grounds = rightOf(region, request)?.grounds;
  const ground = id !== undefined && grounds && Object.hasOwn(grounds, id) ? grounds[id] : undefined;
  return ground && { label: ground.label[lang], clause: ground.clause ?? clauseOf(region, request) };
}
