/** What a device knows about somebody, without opening it. */
import type { Knowledge } from './api/index.ts';
import type { Runtime } from './runtime.ts';
import { devices } from './service.ts';

type Lang = 'zh-Hans' | 'zh-Hant' | 'en';
type Field = keyof typeof FIELDS;

const { collections, fields: FIELDS } = devices.policy;
const { required, clause } = collections.security;

export async function knowledgeOf(
  { repositories }: Runtime,
  person: string,
  device: string,
  lang: Lang,
): Promise<Knowledge> {
  const { registry, history } = repositories;
  const rows = [...(await registry.rows(person)), ...(await history.rows(person))].filter(
    ({ plain }) => plain['device'] === device,
  );
  const named = (field: Field) => ({ field, label: FIELDS[field].label[lang] });
  const known = required.flatMap((field) => {
    const own = rows.filter(({ present }) => present.includes(field));
    const first = Math.min(...own.map(({ createdAt }) => createdAt.getTime()));
    return own.length > 0 ? [{ ...named(field), rows: own.length, first, clause }] : [];
  });
  const unknown = required.filter((field) => !known.some((each) => each.field === field)).map(named);
  return { known, unknown };
}
