/** Pictures on their way in, for any resource that keeps files. */
import type { uploadEndpoints } from '@kept/api';
import { MOST_BYTES, PIECE, pictureOf } from '@kept/blobs';
import type { Plain } from './parts.ts';
import type { Region } from './region.ts';
import type { Repository } from './repository.ts';
import { type Route, routesOf, type SignedIn } from './route.ts';

/** What `uploadEndpoints` of `@kept/api` declares. */
export type UploadEndpoints = ReturnType<typeof uploadEndpoints>;

/** Where a picture goes: the region of its person, and the resource there. */
export interface Goal {
  readonly region: Region;
  readonly repository: Pick<Repository, 'files' | 'table'>;
  /** Of the row that it gets. */
  readonly plain?: Plain;
}

/** The four calls of `uploadEndpoints`, served. */
export function uploadRoutes<Context>(
  { begin, send, ask, giveUp }: UploadEndpoints,
  goalOf: (context: Context, person: SignedIn) => Goal,
): readonly Route<Context>[] {
  const route = routesOf<Context>();
  return [
    route(begin, async ({ person, body }, context) => {
      const { region, repository } = goalOf(context, person);
      await repository.files.mayKeep({ role: 'person' }, person.id);
      const upload = { owner: person.id, use: repository.table.name, ...body };
      const secret = await region.files.uploads.begin(upload, MOST_BYTES);
      return { status: 201, body: { secret, piece: PIECE } };
    }),
    route(send, async ({ person, params: { token: secret }, query: { offset }, bytes }, context) => {
      const goal = goalOf(context, person);
      const use = goal.repository.table.name;
      const { uploads } = goal.region.files;
      const { upload } = await uploads.at(secret, person.id, use);
      const there = await uploads.add(secret, person.id, use, offset, bytes);
      if (there < upload.bytes) return { status: 200, body: { offset: there, picture: null } };
      const picture = await taken(goal, person.id, secret, upload.name);
      return { status: 200, body: { offset: there, picture } };
    }),
    route(ask, async ({ person, params: { token: secret } }, context) => {
      const { region, repository } = goalOf(context, person);
      const { offset } = await region.files.uploads.at(secret, person.id, repository.table.name);
      return { status: 200, body: { offset, picture: null } };
    }),
    route(giveUp, async ({ person, params: { token: secret } }, context) => {
      const { region, repository } = goalOf(context, person);
      await region.files.uploads.at(secret, person.id, repository.table.name);
      await region.files.uploads.end(secret);
      return { status: 204 };
    }),
  ];
}

/** What is not taken leaves nothing behind, neither here nor there. */
async function taken(
  { region, repository, plain = {} }: Goal,
  owner: string,
  secret: string,
  name: string,
): Promise<string> {
  const { uploads, scan } = region.files;
  try {
    const bytes = await uploads.whole(secret);
    await scan?.(bytes);
    const { row } = await repository.files.keep(
      { role: 'person' },
      owner,
      { name, ...(await pictureOf(bytes)) },
      plain,
    );
    return row;
  } finally {
    await uploads.end(secret);
  }
}
