/** The console: what the operator sees. Pseudonyms, counts and states; a message of the outbox is opened on the record. */
import {
  type LedgerState,
  listConsolePolicies,
  listConsoleRecipients,
  listOutbox,
  listServices,
  readConsoleLedger,
  readOverview,
  verifyLedger,
} from '@kept/api';
import { Days } from '@kept/base';
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { MessageState, OutboxPlace } from '@kept/recipients';
import { countryLabel, fieldNamed, policyVersion, purposeNamed, recipientNamed, regionNamed } from '@kept/rights';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { overview } from '../overview.ts';
import { countsOf } from './public.ts';

const route = routesOf<House>();

export const consoleRoutes: readonly Route<House>[] = [
  route(readOverview, async ({ caller }, house) => ({
    status: 200,
    body: await overview(house, caller.lang, Days(3)),
  })),
  route(listServices, async ({ caller }, house) => ({
    status: 200,
    body: { services: await services(house, caller.lang) },
  })),
  route(listConsolePolicies, async ({ caller }, { program }) => {
    const sensitive = Object.values(program.manifest.fields).filter((field) => field.sensitive).length;
    const policy = {
      policy: policyVersion(program, caller.lang),
      ...countsOf(program),
      sensitive,
      consents: program.consents.ids.length,
      problems: [],
    };
    return { status: 200, body: { policies: [policy] } };
  }),
  route(listConsoleRecipients, async ({ caller }, house) => ({
    status: 200,
    body: { recipients: await recipients(house, caller.lang) },
  })),
  route(listOutbox, async ({ query, operator, caller }, { regions, program }) => {
    const limit = query.limit ?? 50;
    const before = query.before === undefined ? {} : { before: placeOf(query.before) };
    const reader = { actor: { role: 'operator', id: operator.id }, service: 'console' } as const;
    const found = await Promise.all(
      [...regions.values()].map((region) => region.recipients.outbox.list(reader, { limit, ...before })),
    );
    const newest = found
      .flat()
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, limit);
    const last = newest.at(-1);
    const messages = newest.map(({ id, at, channel, recipient, purpose, message }) => ({
      ...{ id, at, channel, state: 'kept' as const },
      recipient: recipientNamed(program, recipient ?? 'none', caller.lang),
      purpose: purposeNamed(program, purpose, caller.lang),
      clause: program.manifest.purposes[purpose]?.clause ?? program.manifest.otherwise,
      to: '••••••',
      ...(message && { subject: message.subject }),
      text: message?.text ?? '',
    }));
    return { status: 200, body: { messages, next: last && newest.length === limit ? `${last.at}.${last.id}` : null } };
  }),
  route(readConsoleLedger, async ({ caller }, house) => {
    const states = await Promise.all([...house.regions.keys()].map((id) => ledgerState(house, id, caller.lang)));
    return { status: 200, body: { ledgers: states } };
  }),
  route(verifyLedger, async ({ params, caller }, house) => {
    const region = house.regions.get(params.region);
    if (!region) throw new NothingHeld();
    house.audits.begin(params.region, region.ledger);
    return { status: 202, body: await ledgerState(house, params.region, caller.lang) };
  }),
];

async function services({ services: all, quarters, program }: House, lang: Lang) {
  return Promise.all(
    all.map(async ({ declaration, tables }) => ({
      id: declaration.name,
      label: declaration.label[lang],
      policy: { id: program.id, version: program.version },
      collections: declaration.serves.map((id) => {
        const { label, required, optional, purposes, clause } = program.manifest.collections[id]!;
        const fields = [...required, ...optional];
        return {
          ...{ id, label: label[lang], fields: fields.length, clause },
          sensitive: fields.filter((field) => program.manifest.fields[field]?.sensitive).length,
          purposes: purposes.map((purpose) => purposeNamed(program, purpose, lang)),
        };
      }),
      tables: await Promise.all(
        Object.values(tables).map(async ({ name }) => {
          const counts = await Promise.all(
            [...quarters.values()].map(({ pool }) =>
              pool.query<{ n: number }>(`select count(*)::int as n from ${name}`),
            ),
          );
          return { name, rows: counts.reduce((sum, { rows }) => sum + rows[0]!.n, 0) };
        }),
      ),
      uses: [...declaration.uses],
    })),
  );
}

async function recipients({ quarters, program, config, clock }: House, lang: Lang) {
  const regions = [...quarters.values()];
  const traffic = (await Promise.all(regions.map(({ region }) => region.recipients.traffic()))).flat();
  const counted = (await Promise.all(regions.map(({ tally }) => tally.since(clock.now() - Days(1))))).flat();
  return Object.entries(program.manifest.recipients).map(([id, recipient]) => {
    const own = traffic.filter((each) => each.recipient === id);
    const count = (...states: MessageState[]): number =>
      own.filter(({ state }) => states.includes(state)).reduce((sum, each) => sum + each.count, 0);
    const last = Math.max(0, ...own.map((each) => each.last));
    const adapter = adapterOf(recipient.channel, config);
    return {
      ...{ id, country: recipient.country, clause: recipient.clause },
      countryLabel: countryLabel(recipient.country, lang),
      name: recipientNamed(program, id, lang).label,
      role:
        recipient.role === 'processor' || recipient.role === 'authority' ? recipient.role : ('third-party' as const),
      ...{ adapter, configured: adapter !== 'outbox' },
      ...{ delivered: count('sent', 'uncertain'), failed: count('failed') },
      refused: counted
        .filter((each) => each.recipient === id)
        .reduce((sum, { refused, undecided }) => sum + refused + undecided, 0),
      ...(last > 0 && { last }),
      fields: recipient.fields.map((field) => fieldNamed(program, field, lang)),
    };
  });
}

function adapterOf(channel: string | undefined, { smsKey, smtp }: Config): 'yunpian' | 'smtp' | 'outbox' {
  if (channel === 'sms' && smsKey) return 'yunpian';
  return channel === 'email' && smtp ? 'smtp' : 'outbox';
}

/** What `next` of a page said. */
function placeOf(cursor: string): OutboxPlace {
  const [at = '', id = ''] = cursor.split('.');
  return { at: Number(at), id };
}

async function ledgerState({ regions, program, audits }: House, id: string, lang: Lang): Promise<LedgerState> {
  const { ledger } = regions.get(id)!;
  const checkpoint = (await ledger.checkpoint()) ?? '';
  return {
    region: regionNamed(program, id, lang),
    ...{ origin: ledger.origin, size: ledger.size, publicKey: ledger.publicKey, checkpoint },
    // Third line of a checkpoint (C2SP tlog-checkpoint).
    root: checkpoint.split('\n')[2] ?? '',
    checkpointAt: audits.at(id),
    verification: audits.of(id),
  };
}
