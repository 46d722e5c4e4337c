/** What staff answer in words: sealed under whoever asked, opened on the record, theirs until the account is closed. */
import { uuidv7 } from '@kept/base';
import { LETTER, type Letters, type RightsRegion } from '../context.ts';
import { needsTwo } from '../deciding.ts';
import { NoAnswer, NoLetters } from '../errors.ts';
import type { KeptRequest } from '../kept-request.ts';

const rowOf = async (letters: Letters | null, { owner, id }: KeptRequest): Promise<string | undefined> =>
  (await letters?.rows(owner))?.find(({ plain }) => plain['answers'] === id)?.id;

/** In place of an earlier one. Throws RIGHTS_NO_LETTERS where nothing keeps it. */
export async function keepAnswer(
  region: RightsRegion,
  letters: Letters | null,
  request: KeptRequest,
  operator: string,
  text: string,
): Promise<void> {
  if (!letters) throw new NoLetters();
  await dropAnswer(letters, request);
  const by = { role: 'operator', id: operator } as const;
  await letters.collect(by, request.owner, { [LETTER]: text }, uuidv7(region.clock), { answers: request.id });
}

/** Nobody decided so after all. */
export async function dropAnswer(letters: Letters | null, request: KeptRequest): Promise<void> {
  const row = await rowOf(letters, request);
  if (row !== undefined) await letters!.remove(request.owner, row);
}

/** Whether whoever asked may read it: there is one, and nobody has to agree any more. */
export const isAnswered = (request: KeptRequest): boolean => {
  const { decision } = request;
  return decision?.answered === true && (!needsTwo(request, decision) || decision.second !== undefined);
};

/** Throws RIGHTS_NO_ANSWER. */
export async function openAnswer(
  letters: Letters | null,
  request: KeptRequest,
  by: { readonly role: 'person' } | { readonly role: 'operator'; readonly id: string },
): Promise<string> {
  const row = await rowOf(letters, request);
  const values = row === undefined ? {} : await letters!.read(by, request.owner, row, 'requests', [LETTER]);
  const text = values[LETTER];
  if (text === undefined) throw new NoAnswer();
  return text;
}
