/** Rights that are had at once: each used as a person uses it, and looked at afterwards. */
import {
  correctItem,
  downloadCopy,
  downloadPackage,
  explainDecision,
  listConsents,
  makePackage,
  revealItem,
  setConsent,
} from '@kept/api';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { type Filled, idOf, itemsOf, type Trial } from '../../packages/kit/src/testing.ts';
import { endsWith } from './granted.ts';

/** Of `filled`; what `other` has must not be among it. */
type Used = (trial: Trial, filled: Filled, other: Filled) => Promise<void>;

async function whole(stream: AsyncIterable<string | Uint8Array> | undefined): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const access: Used = async (trial, { person, given }) => {
  const shown = new Set((await itemsOf(trial, person)).keys());
  expect(given.filter((each) => !shown.has(idOf(trial, each)))).toEqual([]);
};

const copy: Used = async ({ stage }, { person, given }, other) => {
  const { stream } = await stage.call(downloadCopy, { person, query: { format: 'json' } });
  const { items } = JSON.parse((await whole(stream)).toString()) as { items: { value: string }[] };
  const values = new Set(items.map(({ value }) => value));
  expect(given.filter(({ canary }) => !values.has(canary!.value))).toEqual([]);
  expect(other.given.filter(({ canary }) => values.has(canary!.value))).toEqual([]);
};

const portability: Used = async ({ stage }, { person, given }, other) => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const { body } = await stage.call(makePackage, { person, body: { seal: { recipient } } });
  const token = (body as { path: string }).path.split('/').at(-1)!;
  const { stream } = await stage.call(downloadPackage, { person, params: { token } });
  const reader = new Decrypter();
  reader.addIdentity(identity);
  const files = Object.values(unzipSync(await reader.decrypt(await whole(stream))));
  const text = files.map((file) => Buffer.from(file).toString()).join('\n');
  expect(given.filter(({ canary }) => !text.includes(canary!.needle))).toEqual([]);
  expect(other.given.filter(({ canary }) => text.includes(canary!.needle))).toEqual([]);
};

const explanation: Used = async ({ stage, service }, { person, given }) => {
  const { purposes, clauses } = service.declaration.policy;
  const { field } = given[0]!;
  const [purpose] = Object.entries(purposes).find(([, { fields }]) => fields.includes(field))!;
  const { body } = await stage.call(explainDecision, { person, body: { purpose, fields: [field] } });
  const { clause, checks } = body as { clause: string; checks: { clause: string }[] };
  for (const each of [clause, ...checks.map((check) => check.clause)]) expect(Object.keys(clauses)).toContain(each);
};

const rectification: Used = async (trial, { person, given }) => {
  const [changed, other] = [given[0]!, given.at(-1)!];
  await trial.stage.call(correctItem, { person, body: { item: idOf(trial, changed), value: '改过的' } });
  const seen = async (each: typeof changed) =>
    ((await trial.stage.call(revealItem, { person, body: { item: idOf(trial, each) } })).body as { value: string })
      .value;
  expect([await seen(changed), await seen(other)]).toEqual(['改过的', other.canary!.value]);
};

const withdrawal: Used = async (trial, { person }) => {
  const { stage, service } = trial;
  const said = async () => {
    const { body } = await stage.call(listConsents, { person });
    const { consents } = body as { consents: { id: string; given: boolean }[] };
    return new Map(consents.map(({ id, given }) => [id, given]));
  };
  for (const [id, given] of await said()) {
    if (!given) continue;
    const before = [...(await itemsOf(trial, person)).values()];
    await stage.call(setConsent, { person, params: { id }, body: { given: false } });
    const { policy } = service.declaration;
    const left = before.filter((each) => !endsWith(policy, each.collection.id, each.field, id));
    expect([id, [...(await itemsOf(trial, person)).keys()]]).toEqual([id, left.map((each) => each.id)]);
    expect((await said()).get(id)).toBe(false);
  }
};

/** By kind. */
export const USED: Readonly<Record<string, Used>> = {
  ...{ access, copy, portability, explanation, rectification, withdrawal },
};
