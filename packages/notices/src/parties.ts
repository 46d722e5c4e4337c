import { type Consent, type Country, EEA, type Recipient, type Transfer } from '@kept/policy';
import type { NoticeController, NoticeRecipient, NoticeRegion, NoticeTransfer } from './notice.ts';
import { capital, type View } from './view.ts';

/** Who answers for the processing and how to reach them. */
export function controllerOf({ manifest: { controller }, words, say }: View): NoticeController {
  return {
    name: controller.name,
    ...(controller.address !== undefined && { address: controller.address }),
    affiliates: controller.affiliates ?? [],
    ...(controller.officer && { officer: say(controller.officer) }),
    contacts: controller.contacts.map(({ channel, value, replyWithin }) => ({
      channel,
      channelLabel: words.contacts[channel],
      value,
      reply: replyWithin ? words.reply(replyWithin) : '',
    })),
    complaints: controller.complaints.map(({ authority, url }) => say(authority) + (url ? words.aside(url) : '')),
    ...(controller.mention !== undefined && { mention: controller.mention }),
    clause: controller.clause,
  };
}

/** Everybody who gets anything. */
export const recipientsOf = (view: View): NoticeRecipient[] =>
  Object.entries(view.manifest.recipients).map(([id, recipient]) => recipientOf(view, id, recipient));

function recipientOf(view: View, id: string, recipient: Recipient): NoticeRecipient {
  const { manifest, words, say, name } = view;
  const consent = consentFor(view, recipient);
  return {
    id,
    name: recipient.name ?? capital(say(recipient.party)),
    party: say(recipient.party),
    role: recipient.role,
    roleLabel: words.roles[recipient.role],
    method: say(recipient.method),
    fields: name(manifest.fields, recipient.fields),
    purposes: name(manifest.purposes, recipient.purposes),
    scenario: say(recipient.scenario),
    country: recipient.country,
    countryLabel: whereOf(view, recipient.country),
    ...(recipient.contract && { contract: say(recipient.contract) }),
    ...(recipient.url !== undefined && { url: recipient.url }),
    ...(consent && { consent }),
    clause: recipient.clause,
  };
}

/** Where a recipient is, as a sentence has it. */
export function whereOf({ words, country }: View, where: Recipient['country']): string {
  if (where === '*') return words.anywhere;
  return where === 'own' ? words.ownCountry : country(where);
}

/** The consent without which nothing is shared: the exception's, or that of every purpose. */
function consentFor({ manifest }: View, recipient: Recipient): Consent['kind'] | undefined {
  const exception = recipient.exception === undefined ? undefined : manifest.exceptions[recipient.exception]!.consent;
  if (exception !== undefined) return manifest.consents[exception]!.kind;
  const asked = recipient.purposes.map((id) => manifest.purposes[id]!.consent);
  const [first] = asked;
  return first !== undefined && asked.every((each) => each !== undefined) ? manifest.consents[first]!.kind : undefined;
}

/** Where data lives, and whose. */
export function regionsOf(view: View): NoticeRegion[] {
  const { manifest, words, say } = view;
  return Object.entries(manifest.regions).map(([id, region]) => {
    return {
      id,
      label: say(region.label),
      country: region.country,
      residents: words.list(residentsOf(view, id)),
      clause: region.clause,
    };
  });
}

/** Who has their data in a region. Nobody reads a list of thirty countries that have one name. */
function residentsOf({ manifest, words, country }: View, region: string): string[] {
  const lives = manifest.residency.filter((rule) => rule.region === region).map(({ residence }) => residence);
  const alone = manifest.residency.length === 1;
  const together: readonly string[] = EEA.every((each) => lives.includes(each)) ? EEA : [];
  const others = lives.filter((each) => !together.includes(each));
  return [
    ...(together.length > 0 ? [words.residents(words.eea)] : []),
    ...others.map((each) =>
      each !== '*' ? words.residents(country(each)) : alone ? words.everybody : words.elsewhere,
    ),
  ];
}

/** What holds on the way out of a place. */
export function transfersOf(view: View): NoticeTransfer[] {
  return view.manifest.transfers.map(({ from, to, rule, clause }) => ({
    from,
    to,
    rule,
    label: view.words.transfer(rule, placeOf(view, from), placeOf(view, to)),
    clause,
  }));
}

/** The same in short: places that one rule holds for are named together. */
export function waysOut(view: View): string[] {
  const { manifest, words } = view;
  const alike = Map.groupBy(manifest.transfers, ({ rule, to }) => `${rule} ${to}`);
  return [...alike.values()].map((rules) => {
    const [{ rule, to }] = rules as [Transfer];
    const places = rules.flatMap(({ from }) => placeOf(view, from) ?? []);
    return words.transfer(rule, places.length === rules.length ? words.list(places) : undefined, placeOf(view, to));
  });
}

function placeOf({ manifest, say, country }: View, end: string): string | undefined {
  if (end === '*') return undefined;
  const region = manifest.regions[end];
  return region ? say(region.label) : country(end as Country);
}
