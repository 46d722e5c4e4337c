/** On what a request may be refused: what the policy lists for the right, and what follows from how it has to be shown. */
import type { Program, Right, Text } from '@kept/policy';
import { clauseOf, rightOf } from './granted.ts';
import type { KeptRequest, RefusedOn } from './kept-request.ts';
import { wantsDocuments } from './proof/documents.ts';
import { WORDS } from './words.ts';

/** In the order in which whoever decides names one. */
export const groundsOf = (
  right: Right | undefined,
  request: Pick<KeptRequest, 'kind' | 'proof' | 'about'>,
): readonly Text[] => [
  ...(right?.refusalGrounds ?? []).map(({ label }) => label),
  ...(right?.grounds && !request.about.behalf ? [WORDS.grounds.doesNotHold] : []),
  ...(wantsDocuments(request) ? [WORDS.grounds.notProven] : []),
  ...(request.about.behalf ? [WORDS.grounds.nobodyHeld] : []),
  ...(request.about.behalf?.wants === 'rectification' ? [WORDS.grounds.noSuchValue] : []),
  ...(request.about.behalf?.as === 'relative' ? [WORDS.grounds.wishedOtherwise] : []),
];

/** On what it was refused, as that was said then; undefined where nothing was. */
export function refusedOn(region: { readonly program: Program }, request: KeptRequest): RefusedOn | undefined {
  const ground = request.decision?.ground;
  if (typeof ground !== 'number') return ground;
  const label = groundsOf(rightOf(region, request), request)[ground];
  return label && { label, clause: clauseOf(region, request) };
}
