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
import { countryLabel, fieldNamed, policyVersion, purposeNamed, recipientNamed, regionNamed } from '@kept/rights';
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
  route(listOutbox, async ({ query, caller }, { regions, program }) => {
    const limit = query.limit ?? 50;
    const before = query.before === undefined ? {} : { before: timeOf(query.before) };
    const reader = { actor: { role: 'operator', id: 'console' }, service: 'console' } as const;
    const found = await Promise.all(
      [...regions.values()].map((region) => region.recipients.outbox.list(reader, { limit, ...before })),
    );
    const newest = found
      .flat()
      .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .slice(0, limit);
    const messages = newest.map(({ id, at, channel, recipient, purpose, message }) => ({
      ...{ id, at, channel, state: 'kept' as const },
      recipient: recipientNamed(program, recipient ?? 'none', caller.lang),
      purpose: purposeNamed(program, purpose, caller.lang),
      clause: program.manifest.purposes[purpose]?.clause ?? program.manifest.otherwise,
      to: '••••••',
      ...(message && { subject: message.subject }),
      text: message?.text ?? '',
    }));
    return { status: 200, body: { messages, next: newest.length === limit ? newest.at(-1)!.id : null } };
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

interface Delivery {
  recipient: string;
  via: string;
  state: string;
  n: number;
  last: Date;
}

const DELIVERIES = `select recipient, via, state, count(*)::int as n, max(created_at) as last from message
  where recipient is not null group by recipient, via, state`;

async function recipients({ quarters, program, config }: House, lang: Lang) {
  const found = await Promise.all(
    [...quarters.values()].map(async ({ pool }) => (await pool.query<Delivery>(DELIVERIES)).rows),
  );
  return Object.entries(program.manifest.recipients).map(([id, recipient]) => {
    const own = found.flat().filter((row) => row.recipient === id);
    const count = (...states: string[]): number =>
      own.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
    const last = Math.max(0, ...own.map((row) => row.last.getTime()));
    const adapter =
      recipient.channel === 'sms' && config.smsKey
        ? 'yunpian'
        : recipient.channel === 'email' && config.smtp
          ? 'smtp'
          : 'outbox';
    return {
      ...{
        id,
        country: recipient.country,
        countryLabel: countryLabel(recipient.country, lang),
        clause: recipient.clause,
      },
      name: recipientNamed(program, id, lang).label,
      role:
        recipient.role === 'processor' || recipient.role === 'authority' ? recipient.role : ('third-party' as const),
      ...{
        adapter,
        configured: adapter !== 'outbox',
        delivered: count('sent', 'uncertain'),
        refused: 0,
        failed: count('failed'),
      },
      ...(last > 0 && { last }),
      fields: recipient.fields.map((field) => fieldNamed(program, field, lang)),
    };
  });
}

/** The millisecond that a UUID version 7 begins with (RFC 9562, 5.7). */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

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
