/** What automations did, read by the person on whose record it is. */
import type { Trace as Shown } from './api/index.ts';
import type { Repositories } from './service.ts';
import type { Trace } from './trace.ts';

const PERSON = { role: 'person' } as const;
const PAGE = 20;

export async function tracesOf(
  { runs }: Repositories,
  person: string,
  rule: string,
  before = Number.POSITIVE_INFINITY,
): Promise<Shown[]> {
  const rows = (await runs.rows(person)).filter(
    ({ plain, createdAt }) => plain['rule'] === rule && plain['kind'] === 'trace' && createdAt.getTime() < before,
  );
  const ids = rows.map(({ id }) => id).slice(-PAGE);
  if (ids.length === 0) return [];
  const opened = await runs.readMany(PERSON, person, ids, 'rights', ['device-log']);
  return ids.toReversed().flatMap((id) => shownOf(opened.get(id)?.['device-log'], person));
}

/** What a person has corrected into something else is not shown here; it is in their data. */
function shownOf(text: string | undefined, person: string): Shown[] {
  try {
    const { author, cause, ...trace } = JSON.parse(text ?? '') as Trace;
    return [{ ...trace, mine: author === person, cause: cause && { ...cause, me: cause.id === person } } as Shown];
  } catch {
    return [];
  }
}
