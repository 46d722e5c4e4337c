/** What devices told, to take along: by the same right, and the same decision, as the chart. */
import { NothingHeld, type Reply, type Route, routesOf } from '@kept/kit';
import { type Membership, NotGranted } from '@kept/service-spaces';
import { type EXPORTS, exportDevice, exportHome } from '../api/index.ts';
import { SPANS, type Span } from '../history.ts';
import type { Device, Household } from '../household.ts';
import { type Runtime, runtimeOf } from '../runtime.ts';
import type { DevicesContext } from '../service.ts';
import { reach, spaceOf, viewsOf } from '../viewer.ts';
import { csvOf } from './csv.ts';
import { parquetOf } from './parquet.ts';
import { partsOf } from './points.ts';

const route = routesOf<DevicesContext>();

interface Asked {
  readonly format: (typeof EXPORTS)[number];
  readonly span: Span;
  readonly until?: number | undefined;
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  parquet: { type: 'application/vnd.apache.parquet', write: parquetOf },
} as const;

export const exportRoutes: readonly Route<DevicesContext>[] = [
  route(exportDevice, async ({ person, params, query }, context) => {
    const runtime = runtimeOf(context.at(person.region));
    const { own, household, device } = await reach(runtime, params, person.id, 'history');
    return answer(runtime, own, household, [device], query);
  }),
  route(exportHome, async ({ person, params, query }, context) => {
    const runtime = runtimeOf(context.at(person.region));
    const own = await runtime.members.find(params.id, person.id);
    if (!own) throw new NothingHeld();
    const household = await runtime.household(params.id);
    const devices = [...household.devices.values()].filter((each) =>
      runtime.members.may(own, 'history', spaceOf(each)),
    );
    if (devices.length === 0 && !runtime.members.may(own, 'history')) throw new NotGranted();
    return answer(runtime, own, household, devices, query);
  }),
];

async function answer(
  runtime: Runtime,
  own: Membership,
  household: Household,
  devices: readonly Device[],
  { format, span, until = runtime.region.clock.now() }: Asked,
): Promise<Reply<undefined> & { readonly status: 200 }> {
  const [view] = viewsOf(own, household);
  if (!view) throw new NotGranted();
  const wanted = { person: own.person, view, devices, from: until - SPANS[span], until };
  const { type, write } = FORMATS[format];
  const name = `kept-readings-${new Date(until).toISOString().slice(0, 10)}.${format}`;
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  return { status: 200, headers, stream: await begun<string | Uint8Array>(write(partsOf(runtime, household, wanted))) };
}

/** A refusal comes before anything is sent: an answer is the file, or says why there is none. */
async function begun<T>(pieces: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  let first: IteratorResult<T> | null = await pieces.next();
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = first ?? (await pieces.next());
        first = null;
        return next;
      },
      // Also before anything was read: what is held for it is let go.
      return: () => pieces.return(undefined),
    }),
  };
}
