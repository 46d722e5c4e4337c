/** The profile: all voluntary, under a consent of its own. */
import { type FieldForm, type Route, routesOf, type SignedIn } from '@kept/kit';
import { changeProfile, type Profile, readProfile } from './api/index.ts';
import { type AccountContext, account } from './service.ts';

const route = routesOf<AccountContext>();
/** A profile holds no files. */
type Typed = FieldForm & { readonly kind: Exclude<FieldForm['kind'], 'file'> };
type Lang = 'zh-Hans' | 'zh-Hant' | 'en';

const PARTS = {
  personal: { 'zh-Hans': '个人基本信息', 'zh-Hant': '個人基本資料', en: 'About you' },
  company: { 'zh-Hans': '所属企业信息', 'zh-Hant': '任職公司資料', en: 'About your company' },
} as const;

export const profileRoutes: readonly Route<AccountContext>[] = [
  route(readProfile, async ({ person, caller }, context) => ({
    status: 200,
    body: await profileOf(context, person, caller.lang),
  })),
  route(changeProfile, async ({ person, body, caller }, context) => {
    const { profile } = context.at(person.region).resources;
    await profile.collect({ role: 'person' }, person.id, body.values);
    return { status: 200, body: await profileOf(context, person, caller.lang) };
  }),
];

async function profileOf(context: AccountContext, person: SignedIn, lang: Lang): Promise<Profile> {
  const place = context.at(person.region);
  const { profile } = place.resources;
  const fields = Object.keys(profile.form) as (keyof typeof profile.form)[];
  // The person looks at their own: a right, which no withdrawn consent takes away.
  const values = await profile.read({ role: 'person' }, person.id, person.id, 'rights', fields);
  const form = Object.entries(profile.form) as [string, Typed][];
  return {
    groups: (['personal', 'company'] as const).map((id) => ({
      id,
      label: PARTS[id][lang],
      fields: form
        .filter(([, { part }]) => part === id)
        .map(([field, { kind, longest }]) => ({ id: field, kind, longest, label: labelOf(field, lang) })),
    })),
    values: values as Record<string, string>,
  };
}

const FIELDS: Readonly<Record<string, { readonly label: Readonly<Record<Lang, string>> }>> = account.policy.fields;
const labelOf = (field: string, lang: Lang): string => FIELDS[field]?.label[lang] ?? field;
