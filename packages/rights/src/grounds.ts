/** On what a request may be refused: what the policy lists for the right, and what follows from how it has to be shown. */
import type { Right, Text } from '@kept/policy';
import type { KeptRequest } from './kept-request.ts';
import { wantsDocuments } from './proof/documents.ts';
import { WORDS } from './words.ts';

/** In an order that stays: a decision names its place. */
export const groundsOf = (
  right: Right | undefined,
  request: Pick<KeptRequest, 'kind' | 'proof' | 'about'>,
): readonly Text[] => [
  ...(right?.refusalGrounds ?? []).map(({ label }) => label),
  ...(right?.grounds && !request.about.behalf ? [WORDS.grounds.doesNotHold] : []),
  ...(wantsDocuments(request) ? [WORDS.grounds.notProven] : []),
  ...(request.about.behalf ? [WORDS.grounds.nobodyHeld] : []),
  ...(request.about.behalf?.as === 'relative' ? [WORDS.grounds.wishedOtherwise] : []),
];
