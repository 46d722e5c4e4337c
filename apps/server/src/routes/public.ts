/** What anybody may read: the notice, the policies, the ledger's public side. */
import {
  listPolicies,
  readCheckpoint,
  readLedgerKeys,
  readNotice,
  readNoticeText,
  readPolicy,
  readPolicyDocument,
} from '@kept/api';
import { Misuse } from '@kept/base';
import { policyDocument } from '@kept/exchange';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import { noticeMarkdown } from '@kept/notices';
import type { Program } from '@kept/policy';
import { policyVersion } from '@kept/rights';
import type { House } from '../house.ts';
import { noticeBody } from '../notice.ts';

const route = routesOf<House>();

export const publicRoutes: readonly Route<House>[] = [
  route(readNotice, async ({ query, caller }, { program, versions }) => {
    if (query.policy && query.policy !== program.id) throw new NothingHeld();
    return { status: 200, body: noticeBody(versions.succession(), query.lang ?? caller.lang) };
  }),
  route(readNoticeText, async ({ query, caller }, { program }) => {
    const lang = query.lang ?? caller.lang;
    const name = `${program.id}-${program.version}.${lang}.txt`.replaceAll(/[^\w.-]/g, '-');
    return {
      status: 200,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      },
      stream: lines(noticeMarkdown(program, lang)),
    };
  }),
  route(listPolicies, async ({ caller }, { program }) => ({
    status: 200,
    body: { policies: [{ policy: policyVersion(program, caller.lang), ...countsOf(program) }] },
  })),
  route(readPolicy, async ({ params, caller }, { program }) => {
    if (params.id !== program.id) throw new NothingHeld();
    // Frozen plain data: what the hash was taken over.
    return { status: 200, body: { policy: policyVersion(program, caller.lang), manifest: program.manifest as never } };
  }),
  route(readPolicyDocument, async ({ params }, { program }) => {
    if (params.id !== program.id) throw new NothingHeld();
    return { status: 200, stream: lines(JSON.stringify(policyDocument(program))) };
  }),
  route(readLedgerKeys, async (_, { regions }) => ({
    status: 200,
    body: {
      keys: [...regions.values()].map(({ id, ledger }) => ({
        region: id,
        origin: ledger.origin,
        publicKey: ledger.publicKey,
      })),
    },
  })),
  route(readCheckpoint, async ({ params }, { regions }) => {
    const checkpoint = await regions.get(params.region)?.ledger.checkpoint();
    if (!checkpoint) throw new Misuse('LEDGER_NOT_FOUND', 'this ledger has no checkpoint yet');
    return {
      status: 200,
      stream: lines(checkpoint),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    } as never;
  }),
];

async function* lines(text: string): AsyncGenerator<string> {
  yield text;
}

export const countsOf = (
  program: Program,
): { clauses: number; fields: number; purposes: number; recipients: number } => ({
  clauses: Object.keys(program.manifest.clauses).length,
  fields: program.fields.ids.length,
  purposes: Object.keys(program.manifest.purposes).length,
  recipients: program.recipients.ids.length,
});
