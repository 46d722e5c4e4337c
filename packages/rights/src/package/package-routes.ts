/** Everything held, to take along: sealed on its way out, and taken in again elsewhere. */
import { downloadPackage, importRows, makePackage } from '@kept/api';
import { KeptError, Refused } from '@kept/base';
import { type Route, routesOf } from '@kept/kit';
import { makeZip } from 'client-zip';
import type { RightsContext, RightsRegion } from '../context.ts';
import { filesOf } from './archive.ts';
import { sealedTo } from './sealed.ts';

const route = routesOf<RightsContext>();

export const packageRoutes: readonly Route<RightsContext>[] = [
  route(makePackage, async ({ person, body, caller }, context) => {
    const { token, expiresAt } = context.packages.make(person.id, body.seal, body.lang ?? caller.lang);
    return { status: 201, body: { path: `/api/my/packages/${token}`, expiresAt } };
  }),
  route(downloadPackage, async ({ person, params }, context) =>
    sendPackage(context, context.at(person.region), person.id, params.token),
  ),
  route(importRows, async ({ person, body }, context) => {
    const region = context.at(person.region);
    let taken = 0;
    const left: { row: number; code: string; clause?: string }[] = [];
    for (const [row, { collection, values }] of body.rows.entries()) {
      const refused = await takeIn(region, person.id, collection, values);
      if (refused) left.push({ row, ...refused });
      else taken++;
    }
    return { status: 200, body: { taken, left } };
  }),
];

/** The library does not close what it reads from when somebody stops listening to it. */
async function* closing(stream: AsyncIterable<Uint8Array>, files: AsyncGenerator): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } finally {
    await files.return(undefined);
  }
}

/** The package as it is fetched. Throws RIGHTS_PACKAGE_UNKNOWN. */
export async function sendPackage(context: RightsContext, region: RightsRegion, owner: string, token: string) {
  const { seal, lang } = context.packages.find(owner, token);
  const files = filesOf(context, region, owner, lang);
  const zip = makeZip(files, { buffersAreUTF8: true });
  const name = `kept-${new Date(region.clock.now()).toISOString().slice(0, 10)}.zip.age`;
  return {
    status: 200 as const,
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${name}"` },
    stream: closing(await sealedTo(seal, zip), files),
  };
}

/** Null where the row was taken. What the policy refuses, or nobody here keeps, is told and left. */
async function takeIn(
  { holdings }: RightsRegion,
  owner: string,
  collection: string,
  values: Readonly<Record<string, string>>,
): Promise<{ code: string; clause?: string } | null> {
  const holding = holdings.find(
    (each) =>
      each.take && each.collection === collection && Object.keys(values).every((field) => each.fields.includes(field)),
  );
  if (!holding) return { code: 'RIGHTS_NOT_KEPT_HERE' };
  try {
    await holding.take!(owner, values);
    return null;
  } catch (error) {
    if (!(error instanceof KeptError) || error.kind === 'bug' || error.kind === 'unavailable') throw error;
    return { code: error.code, ...(error instanceof Refused && error.clause && { clause: error.clause }) };
  }
}
