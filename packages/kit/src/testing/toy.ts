/** A small service over a small policy, whole or with one flaw: what the suite is tried on. */
import { definePolicy } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { ddl, type SealedTable } from '@kept/vault';
import { type Holding, itemId } from '../holding.ts';
import type { Region } from '../region.ts';
import { defineService, type Service, serve } from '../service.ts';
import type { Stage } from './stage.ts';
import type { Sample } from './trial.ts';

/** Something of every kind of end: with the account, with a purpose, with a withdrawal, after a time. */
export const policy = definePolicy({
  ...tiny,
  id: 'toy',
  retention: [
    { until: { event: 'closure' }, end: 'erase', clause: '5' },
    { fields: ['phone'], until: { event: 'purpose-end' }, end: 'erase', clause: '5' },
    { fields: ['nickname'], until: { after: 'collection', count: 6, unit: 'month' }, end: 'erase', clause: '5' },
    { purposes: ['support'], until: { event: 'withdrawal' }, end: 'erase', clause: '5' },
  ],
  rights: {
    ...tiny.rights,
    closure: { ...tiny.rights.access, kind: 'closure' },
  },
});

const say = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });

export const toy = defineService({
  name: 'toy',
  label: say('Toy'),
  about: say('Stands for every service.'),
  policy,
  uses: [],
  serves: ['registration', 'call'],
  resources: {
    numbers: {
      collection: 'registration',
      label: say('Numbers'),
      rows: 'one',
      form: { phone: { kind: 'phone', longest: 32 } },
    },
    calls: {
      collection: 'call',
      label: say('Calls'),
      rows: 'many',
      form: { recording: { kind: 'multiline', longest: 200 } },
    },
    photos: {
      collection: 'call',
      label: say('Photos'),
      rows: 'many',
      form: { recording: { kind: 'file', longest: 300 } },
    },
  },
  elsewhere: { nickname: 'in the table of its library' },
});

/** What its library does wrong. */
export type Flaw =
  | 'left in the clear'
  | 'not shown'
  | 'not removed'
  | 'collected as if it were a correction'
  | 'kept for ever'
  | 'corrected by nobody';

const NICKNAMES = {
  name: 'toy_nicknames',
  plain: { hint: { type: 'text', why: 'said to be harmless', nullable: true } },
  sealed: { sealed_account: { group: 'account', fields: ['phone', 'nickname'] } },
} as const;

/** The toy with a library, as a service has one: tables of its own, which the kit knows through a holding only. */
export function toyWith(flaw?: Flaw): { service: Service; sample: (stage: Stage) => () => Promise<Sample> } {
  const service = serve({ ...toy, holdings: (region: Region) => [libraryOf(region, flaw)] }, []);
  return {
    service: { ...service, ddl: [...service.ddl, ddl(NICKNAMES)] },
    sample: (stage) => async () => {
      const person = await stage.newPerson();
      const nickname = `nick-${stage.random.next().toString(16).slice(2)}`;
      await put(stage.region, person.id, nickname, flaw);
      return { person, held: { nickname } };
    },
  };
}

const SIX_MONTHS_ON = 190 * 86_400_000;

async function put(region: Region, owner: string, nickname: string, flaw: Flaw | undefined): Promise<void> {
  const { gate, clock } = region;
  const by = { actor: { role: 'person' }, service: 'toy', subject: owner } as const;
  const collect = { ...by, action: 'collect', purpose: 'account', collection: 'registration' } as const;
  const bucket =
    flaw === 'kept for ever'
      ? 'event'
      : `until:${new Date(clock.now() + SIX_MONTHS_ON - 10 * 86_400_000).toISOString().slice(0, 10)}`;
  const plain = flaw === 'left in the clear' ? { hint: nickname } : {};
  const row = { id: owner, plain, bucket };
  const table = region.vault.table(NICKNAMES);
  if (flaw !== 'collected as if it were a correction') {
    await table.insert(gate.permit({ ...collect, fields: ['nickname'] }), { ...row, values: { nickname } });
    return;
  }
  await table.insert(gate.permit({ ...collect, fields: ['phone'] }), {
    ...row,
    values: { phone: '+86 100 0000 0000' },
  });
  const own = { ...by, action: 'use', purpose: 'rights', fields: ['nickname'] } as const;
  await table.update(gate.permit(own), owner, { nickname });
}

function libraryOf(region: Region, flaw: Flaw | undefined): Holding {
  const table: SealedTable = region.vault.table(NICKNAMES) as never;
  const place = { service: 'toy', resource: 'nicknames', collection: 'registration' };
  return {
    ...place,
    fields: ['nickname'],
    correctable: ['nickname'],
    async items(owner) {
      if (flaw === 'not shown') return [];
      return (await table.rows(owner)).flatMap(({ id, createdAt, present }) =>
        present.includes('nickname')
          ? [
              {
                ...place,
                id: itemId('toy', 'nicknames', id, 'nickname'),
                row: id,
                field: 'nickname',
                collectedAt: createdAt,
              },
            ]
          : [],
      );
    },
    open: (permit, row) => table.open(permit, row),
    async correct(permit, row, values) {
      if (flaw !== 'corrected by nobody') await table.update(permit, row, values as never);
    },
    remove: async (owner) => (flaw === 'not removed' ? 0 : table.removeOwner(owner)),
  };
}
