/** Ids of the policy with their labels in the language asked for. */
import type { Named, PolicyVersion } from '@kept/api';
import type { Lang, Program, Text } from '@kept/policy';
import type { Named as Services } from './context.ts';
import { say, WORDS } from './words.ts';

const named = (id: string, label: Text | undefined, lang: Lang): Named => ({ id, label: label?.[lang] ?? id });

/** A field of the policy with its label. */
export const fieldNamed = ({ manifest }: Program, id: string, lang: Lang): Named =>
  named(id, manifest.fields[id]?.label, lang);

/** A purpose of the policy, or the exercise of one’s own rights, with its label. */
export const purposeNamed = ({ manifest }: Program, id: string, lang: Lang): Named =>
  named(id, id === 'rights' ? WORDS.ownRights : manifest.purposes[id]?.label, lang);

export const collectionNamed = ({ manifest }: Program, id: string, lang: Lang): Named =>
  named(id, manifest.collections[id]?.label, lang);

/** A region of the policy with its label. */
export const regionNamed = ({ manifest }: Program, id: string, lang: Lang): Named =>
  named(id, manifest.regions[id]?.label, lang);

/** A recipient of the policy by its own name, else by what kind of party it is. */
export const recipientNamed = ({ manifest }: Program, id: string, lang: Lang): Named => {
  const recipient = manifest.recipients[id];
  return { id, label: recipient?.name ?? recipient?.party[lang] ?? id };
};

/** A running service, or one of our own desks, with its label. */
export const serviceNamed = ({ services, beside }: Services, id: string, lang: Lang): Named => {
  const service = services.find(({ declaration }) => declaration.name === id)?.declaration;
  return named(
    id,
    service?.label ?? beside?.labels.get(id) ?? (WORDS.desks as Readonly<Record<string, Text>>)[id],
    lang,
  );
};

/** Which version of the policy: its number, its hash and its days. */
export const policyVersion = ({ id, version, hash, manifest }: Program, lang: Lang): PolicyVersion => ({
  ...{ id, version, hash, published: manifest.published, effective: manifest.effective },
  title: say(manifest.title, lang),
});

/**
 * "mainland China" in the person's language, from the platform's own list of countries; a recipient may also be where
 * nobody knows (`*`), and in whichever country the data is in (`own`).
 */
export function countryLabel(country: string, lang: Lang): string {
  if (country === '*' || country === 'own') return say(WORDS.countries[country], lang);
  return new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country;
}

/** `15 days`, `15天`: in Chinese the gap is the reader's machine's to set. */
export const counted = (count: number, unit: string, lang: Lang): string =>
  lang === 'en' ? `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}` : `${count}${unit}`;
