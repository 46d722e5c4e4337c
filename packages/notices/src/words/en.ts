import type { Deadline, Period, Until } from '@kept/policy';
import type { Words } from './shape.ts';

const UNITS = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  'working-day': ['working day', 'working days'],
  month: ['month', 'months'],
  year: ['year', 'years'],
} as const;
const AFTER = {
  collection: 'collection',
  'last-use': 'it was last used',
  closure: 'the account is closed',
  'purpose-end': 'it has served',
} as const;
const EVENTS = {
  closure: 'you close the account',
  withdrawal: 'you take your consent back',
  'purpose-end': 'it has served',
} as const;
const FROM = { share: 'sharing', assign: 'handing over', disclose: 'making public' } as const;

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const period = ({ count, unit }: Period): string => many(count, UNITS[unit][0], UNITS[unit][1]);

function join(items: readonly string[], word: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

// Things that have a comma or an “and” in them are told apart by a semicolon.
const list = (items: readonly string[]): string =>
  items.some((item) => /[,;]| and /.test(item)) ? items.join('; ') : join(items, 'and');

function deadline({ said, from, extension, ...length }: Deadline): string {
  if (said === 'at-once') return 'at once';
  const lead = said === 'law' ? 'as the law says, at the latest ' : said === 'reasonable' ? 'soon, at the latest ' : '';
  const start = from === 'verified' ? ' of knowing it is you' : '';
  const more = extension ? `, and ${period(extension)} more where it is hard` : '';
  return `${lead}within ${period(length)}${start}${more}`;
}

function until(untils: readonly Until[]): string {
  const events = untils.flatMap((each) => ('event' in each ? [EVENTS[each.event]] : []));
  const periods = untils.flatMap((each) => ('event' in each ? [] : [`${period(each)} after ${AFTER[each.after]}`]));
  const all = [...periods, ...(events.length > 0 ? [`until ${join(events, 'or')}`] : [])];
  return all.length > 1 ? `${all.join(', or ')}, whichever comes first` : (all[0] ?? '');
}

/** English. */
export const en: Words = {
  list,
  or: (items) => join(items, 'or'),
  clauses: (items) => items.join('; '),
  gap: ' ',
  aside: (text) => ` (${text})`,
  sentence: (text) => `${text}.`,
  // Not `IP`, not `SMS`.
  inline: (label) => label.replace(/^[A-Z](?=[a-z-]|\s)/, (first) => first.toLowerCase()),
  pair: (label, value) => `${label}: ${value}`,

  questions: {
    what: 'What do you collect?',
    why: 'What for?',
    who: 'Who gets it?',
    where: 'Where does it live?',
    'how-long': 'How long?',
    rights: 'What can I do?',
  },
  what: (first, needed, fields, sensitive) =>
    (needed ? `${first} takes **${needed}**; the rest only as you use it. ` : 'Only what the feature in use takes. ') +
    (sensitive > 0
      ? `${many(fields, 'item', 'items')} in all, **${sensitive} of them sensitive** and asked separately.`
      : `${many(fields, 'item', 'items')} in all, none of them sensitive.`),
  why: (purposes, never) =>
    `Only for the **${many(purposes, 'purpose', 'purposes')}** written here. Any other use is refused on the spot.` +
    never.map((promise) => ` ${promise}.`).join(''),
  who: (recipients, parties) =>
    recipients === 0 ? '**Nobody.**' : `**${many(recipients, 'recipient', 'recipients')}**: ${parties}.`,
  home: (residents, region) => `for ${residents}, **${region}**`,
  mostly: (until) => `mostly **${until}**`,
  may: (rights, within, free) =>
    `${rights}.${within && ` Answered **${within}**,`} ${free ? 'free.' : 'free as a rule.'}`,
  refusalTitle: 'Saying no is fine',
  refusal: (consents, labels) =>
    consents === 0
      ? 'Nothing here needs your consent.'
      : `${many(consents, 'thing is', 'things are')} asked separately: ${labels}. Say no to any of them and **all else stays the same**.`,
  takingBack: 'Take back any yes under Choices at any time, as easily as you gave it.',

  residents: (place) => `people in ${/^(United|Netherlands|Philippines) ?/.test(place) ? 'the ' : ''}${place}`,
  elsewhere: 'everybody else',
  everybody: 'everybody',
  eea: 'the European Economic Area',
  anywhere: 'not said; treated as abroad',
  ownCountry: 'the country your data is in',
  transfer: (rule, from, to) => {
    const path = (from ?? to) ? `from ${from ?? 'elsewhere'} to ${to ?? 'anywhere else'}` : 'from one place to another';
    if (rule === 'never') return `${path}: never`;
    if (rule === 'desensitised') return `${path}: only without whatever shows who you are`;
    if (rule === 'separate-consent') return `${path}: only if you separately say yes`;
    if (rule === 'standard-clauses') return `${path}: only under standard contract clauses`;
    if (rule === 'safeguards') return `${path}: only with the safeguards that the law there asks for`;
    return `${path}: allowed`;
  },
  period,
  until,
  rest: 'the rest',
  longer: (reasons) => `Longer only as far as ${reasons} needs it`,
  longerFor: { law: 'a law', claims: 'a claim or dispute', 'public-interest': 'work in the public interest' },
  end: { erase: 'destroyed', anonymise: 'stripped of who it is about' },
  deadline,
  notGranted: 'does not apply',
  reply: (within) => `answers within ${period(within)}`,
  free: 'free',

  bases: {
    consent: 'Consent',
    contract: 'Contract',
    'legal-obligation': 'Legal duty',
    'legitimate-interest': 'Legitimate interest; you may refuse',
    'vital-interest': 'Vital interest',
    'public-task': 'Public interest',
  },
  kinds: { consent: 'consent', separate: 'separate consent', explicit: 'explicit consent' },
  sources: {
    person: 'from you',
    device: 'from the device',
    'third-party': 'from another company',
    'other-person': 'entered by somebody else',
  },
  roles: {
    processor: 'Processor',
    'third-party': 'Third party',
    affiliate: 'Affiliate',
    authority: 'Authority',
    successor: 'Successor',
    public: 'The public',
  },
  contacts: { email: 'E-mail', post: 'Post', phone: 'Phone', fax: 'Fax', web: 'Web' },
  how: {
    information: 'this policy is it',
    access: 'any time, under My data',
    copy: 'download it any time, under My data',
    rectification: 'most items you can change yourself',
    erasure: 'unreadable at once, with a certificate',
    restriction: 'we stop first, then answer',
    objection: 'we stop first, then answer',
    portability: 'an open format, to you or to whom you say',
    withdrawal: 'one press, as easy as giving it',
    closure: 'we say first what goes and what stays',
    explanation: 'every decision leads to its clause',
    deceased: 'close family may see, copy, correct and delete',
    consent: 'a guardian says yes for a child',
    'automated-decision': 'a person looks at it',
    'opt-out': 'turn the switch off',
    'limit-sensitive': 'sensitive data only where it is needed',
    'content-removal': 'what you posted comes down when you ask',
    'non-discrimination': 'nobody is treated worse for asking',
    complaint: 'to us first, then to the authority',
  },
  rightChannels: {
    account: 'in your account',
    device: 'in the settings of your device',
    browser: 'in your browser',
    email: 'by e-mail',
    post: 'in writing',
    phone: 'by phone',
  },
  younger: (years, child) => `${child ? 'The child is' : 'You are'} under ${years}`,
  proofs: {
    session: 'being signed in',
    code: 'a code',
    'written-request': 'a written request',
    'identity-document': 'proof of identity',
    guardianship: 'proof of guardianship',
    kinship: 'proof of kinship',
    authorship: 'proof that you posted it',
  },

  sections: {
    scope: 'What this covers',
    children: 'Children',
    security: 'How it is protected',
    breach: 'If something goes wrong',
    changes: 'When this changes',
    cookies: 'Cookies',
    exemptions: 'When consent is not needed',
    transfers: 'Leaving a place',
    figures: 'Figures about many',
    readings: 'How we read what the text leaves open',
    other: 'And besides',
  },
  age: (rule, below, erased) => {
    const who = `Under ${below}`;
    const then =
      erased === undefined ? '' : `; what arrived all the same is withheld at once and deleted soon, within ${erased}`;
    if (rule === 'no-account') return `${who}: no account${then}.`;
    if (rule === 'guardian') return `${who}: only if a guardian says yes${then}.`;
    return `${who}: better with a grown-up.`;
  },
  risk: (sensitive) =>
    'If data got out, somebody might pose as you or bother you.' +
    (sensitive > 0
      ? ` The ${many(sensitive, 'sensitive item', 'sensitive items')} could also hurt your dignity, your body or your purse, and so ${sensitive === 1 ? 'is' : 'are'} asked separately.`
      : ''),
  breachParts: {
    situation: 'what happened',
    impact: 'what may come of it',
    measures: 'what we did',
    advice: 'what you can do',
    remedies: 'how we make good',
    contact: 'whom to call',
  },
  breachTold: (parts, within, channels) => `We tell you ${within}: ${parts}. By ${channels}.`,
  breachFallback: 'Where telling each person is too much, by public announcement.',
  breachAuthority: (within) => `The authority hears it too: ${within}.`,
  channels: {
    email: 'e-mail',
    letter: 'letter',
    phone: 'phone',
    push: 'push message',
    site: 'the website',
    app: 'the app',
  },
  changeTold: (channels) => `Of big changes we tell you by ${channels}.`,
  askAgain: {
    'more-data': 'more data',
    'new-purpose': 'a new use',
    'new-recipient': 'another recipient',
    'fewer-rights': 'fewer rights',
  },
  changeFrom: {
    'on-notice': 'A change counts from the day you are told.',
    'on-publication': 'A change counts from the day it is published.',
    'on-date': 'A change counts from the day that the message names.',
  },
  changeLead: (lead) => `You are told at least ${lead} before.`,
  changeAsks: (matters) => `You are asked again for ${matters}.`,
  silence: 'The text takes going on for accepting. Here it does not count: silence is not a yes.',
  cookie: (label, why, use, asked, party) =>
    `${label}: ${why}. ${use === 'necessary' ? 'Needed, so not asked.' : asked ? 'Asked first.' : 'You may block it.'}${party === 'third' ? ' Set by another company.' : ''}`,
  exemption: (label, purposes) =>
    purposes.length > 0 ? `${label}. Relied on for: ${list(purposes)}.` : `${label}. No purpose relies on it now.`,
  exception: (from, label, asked, duties) =>
    `An exception for ${FROM[from]}: ${label}${asked ? ', with your consent' : ''}.${duties.map((duty) => ` ${duty}.`).join('')}`,
  exceptionDuties: {
    notify: 'You are told beforehand who gets it',
    'same-terms': 'Whoever gets it is bound to these rules',
    'ask-again-on-new-purpose': 'For a new use you are asked again',
  },
  runBy: (company) => `run by ${company}`,
  figure: (label, purpose, seenBy) =>
    `${label}. Counted for: ${purpose}. Seen by: ${seenBy}. Never anything about one person.`,
  noteKinds: {
    blank: 'The text is silent',
    conflict: 'The text says two things',
    stricter: 'Stricter here than the text',
  },
  optOut: (label, how) => `${label}: ${how}`,

  headings: {
    version: (version, published, effective) =>
      version === 'undated'
        ? 'Not dated'
        : `Version ${version}, ${published ? `published ${published}` : 'not dated'}${effective ? `, in force from ${effective}` : ''}`,
    hash: 'Fingerprint',
    summary: 'First of all',
    collections: 'What we collect',
    purposes: 'What it is for',
    recipients: 'Who gets it',
    regions: 'Where it lives',
    rights: 'Your rights',
    consents: 'What we ask separately',
    clauses: 'In full',
    controller: 'Who answers for it',
    moment: 'When',
    source: 'Where from',
    needed: 'Needed',
    optional: 'Optional',
    sensitive: 'sensitive',
    alone: 'not personal when alone',
    usedFor: 'Used for',
    basis: 'Legal basis',
    consent: 'Consent',
    no: 'If you say no',
    gets: 'What they get',
    where: 'Kept in',
    kept: 'How long',
    method: 'How',
    scenario: 'When',
    contract: 'Bound to',
    rules: 'Their own rules',
    channels: 'The text says ask',
    deadline: 'Answered',
    fee: 'Cost',
    identity: 'How we know it is you (any one)',
    conditions: 'When',
    grounds: 'When it may be refused',
    consequence: 'What follows',
    address: 'Address',
    affiliates: 'Affiliates',
    officer: 'In charge',
    mention: 'Please mention',
    complaints: 'Not satisfied? Turn to',
    fromAge: (years) => `from ${years} years of age`,
    guardian: 'answered by a guardian',
  },
};
