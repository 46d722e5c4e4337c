import type { Messages } from '../catalogue.ts';
import { inner, plural } from './words.ts';

export const myData: Messages['myData'] = {
  title: 'My data',
  held: (brand, count, sensitive) =>
    `${brand} holds **${plural(count, 'item')}** about you, ${sensitive === 0 ? 'none' : sensitive} of them sensitive. `,
  next: (label, when) => `The next to go is the ${inner(label)}, **${when}**.`,
  items: (count) => plural(count, 'item'),
  find: 'Find an item',
  findHint: 'Find an item, such as “phone”',
  notFound: (words) => `Nothing found for “${words}”.`,
  kinds: 'Kinds',
  axis: { item: 'Item', today: 'Today', month: '1 mo', closing: 'closing' },
  nothing: { title: 'Nothing of yours is here', text: 'Whatever is collected shows here at once.' },
  reveal: 'Show the value; this is recorded in Activity',
  hide: 'Hide the value',
  revealNote: 'Showing a value leaves an entry in Activity: who, when, which item.',
  recorded: (entry) => `Recorded in Activity, ledger entry ${entry}`,
  life: (since, uses, parties, until) =>
    `Collected ${since}, used ${plural(uses, 'time')}, given to ${plural(parties, 'party', 'parties')}, ${until}`,
  youGave: 'Collected',
  used: (count) => `Used ${plural(count, 'time')}`,
  sharedWith: (name, count) => `${name}, ${count}`,
  destroyed: 'Destroyed',
  neverUsed: 'Not used since it was collected.',
  lastUsed: (when, purpose, clause) => `Last time: ${when}, for ${inner(purpose)}, under **§${clause}**.`,
  lastShared: (when, who, purpose, clause) =>
    `Last time: ${when}, given to ${who} for ${inner(purpose)}, under **§${clause}**.`,
  lastRefused: (when, purpose, clause) =>
    `Last time: ${when}, wanted for ${inner(purpose)} and refused under **§${clause}**.`,
  stop: 'Stop using it',
  allUses: (count) => `All ${plural(count, 'use')}`,
  correct: {
    open: 'Correct',
    label: (label) => `New value: ${label}`,
    hint: 'It counts at once, and the old value cannot be read any more.',
    missing: 'Please give the new value',
    long: 'That is too long',
    go: 'Correct it',
    done: (label, entry) => `${label} is corrected, ledger entry ${entry}`,
  },
  erase: {
    open: 'Delete',
    ask: (label) => `Delete ${inner(label)}? It is destroyed at once and cannot be brought back.`,
    go: 'Delete it',
    done: (label, entry) => `${label} is deleted, ledger entry ${entry}`,
  },
  facts: {
    purpose: 'Purpose',
    basis: 'Legal basis',
    needed: 'Needed?',
    isNeeded: 'Yes, it does not work without',
    isOptional: 'No, everything works without',
    region: 'Lives in',
    kept: 'Kept',
    given: 'Given to',
    nobody: 'Nobody',
    latest: 'Last decision',
    entry: (index) => `ledger entry ${index}`,
  },
  late: {
    title: 'Parts that were late',
    waits: (system, by) =>
      `${system} did not answer when you took your copy. It is asked until it does, by ${by} at the latest.`,
    back: (system) => `${system} answers again. What it holds of you can be fetched by itself.`,
    go: 'Get this part',
  },
  copy: {
    go: 'Get a copy',
    begun: 'Your copy is on its way. It holds open values: keep it safe.',
    formats: { html: 'Web page', csv: 'Tables (CSV)', json: 'JSON' },
    formatHints: { html: 'Open and read', csv: 'For a spreadsheet', json: 'For programs, and to take elsewhere' },
  },
};
