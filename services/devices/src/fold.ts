/** Small rows of a device become one for each week: what is written once a message is not kept so. */
import { type Repositories, SERVICE } from './household.ts';
import { packetsOf } from './packets.ts';
import { merged, pointsOf, textOfPoints } from './series.ts';

const FIELDS = ['device-state', 'device-energy', 'device-log'] as const;
/** Rows that one fold opens at most: it is done again until there is one. */
const PIECE = 400;

/**
 * Answers how many rows there are no more. Refusals pass: what may not be used stays as it is, and while somebody takes a
 * copy everything does.
 */
export async function foldPerson({ history }: Repositories, person: string, least = 2): Promise<number> {
  const rows = await history.rows(person);
  const groups = Map.groupBy(rows, ({ plain, bucket }) => `${plain['device'] as string} ${bucket}`);
  let gone = 0;
  for (const group of groups.values()) {
    if (group.length < least) continue;
    const [first, ...rest] = group.map(({ id }) => id);
    // Before those go that they stood beside: what may be sent once more is known in between.
    const packets = packetsOf(group.map(({ plain }) => plain['packets']));
    if (packets !== group[0]!.plain['packets'])
      await history.setPlain(person, first!, { packets }).catch(goneIsNothing);
    for (let at = 0; at < rest.length; at += PIECE) {
      const ids = [first!, ...rest.slice(at, at + PIECE)];
      const folded = await history.fold(SERVICE, person, ids, 'device-security', (all) =>
        Object.fromEntries(
          FIELDS.flatMap((field) => {
            const points = merged(...all.map((values) => pointsOf(values[field] ?? '')));
            return points.length > 0 ? [[field, textOfPoints(points)]] : [];
          }),
        ),
      );
      if (!folded) return gone;
      gone += ids.length - 1;
    }
  }
  return gone;
}

function goneIsNothing(error: unknown): void {
  if ((error as { code?: string }).code !== 'VAULT_ROW_NOT_FOUND') throw error;
}
