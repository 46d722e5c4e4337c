import type { Messages } from '../catalogue.ts';
import { inner, plural } from './words.ts';

export const choices: Messages['choices'] = {
  title: 'Choices',
  lead: (given, refused) =>
    `You have agreed to ${plural(given, 'thing')}${refused === 0 ? '' : ` and not to ${refused}`}. A change counts at once, from the very next use.`,
  nothing: {
    title: 'Nothing needs your consent',
    text: 'Nothing done now rests on consent. If something comes, it is asked alone.',
  },
  uses: (fields, count) => (count > 4 ? `Uses ${inner(fields)} and more, ${count} in all` : `Uses ${inner(fields)}`),
  later: (count: number, labels: string) =>
    count === 1
      ? `One more thing is asked once its service opens: ${labels}. It is not done now.`
      : `${count} more things are asked once their services open: ${labels}. None is done now.`,
  answered: 'Answered',
  asked: (count) => `Not asked yet: ${count}`,
  askedHint: 'No answer means no',
  nth: (place, kind) => `${place}. ${kind}`,
  no: 'I do not agree',
  yes: 'I agree',
  undo: 'You can take it back here any time; it stops that moment.',
  states: { given: 'agreed', withdrawn: 'taken back', refused: 'not agreed', never: 'not asked' },
  takeBack: 'Take back',
  give: 'Agree after all',
  gave: (label, entry) => `Noted: you agree to “${label}”, ledger entry ${entry}.`,
  took: (label, entry) => `Noted: you do not agree to “${label}”. It has stopped, ledger entry ${entry}.`,
  facts: { fields: 'What it uses', kind: 'Kind of consent', no: 'If you say no' },
  browser: {
    title: 'What this browser holds',
    only: 'only this browser',
    signal: 'Your browser sends a Global Privacy Control signal',
    signalText: 'We follow it: there is no counting here and no advertising anyway.',
    session: 'That you are signed in',
    sessionText: 'One cookie. Without it you cannot sign in, so it is not asked; it goes when you sign out.',
    always: 'while signed in',
    preferences: 'Your preferences',
    preferencesText: 'Language, light or dark, the ledger’s public key. They stay in this browser.',
    forget: 'Clear them',
    forgotten: 'The preferences in this browser are cleared.',
    counting: 'Counting and advertising',
    countingText: 'We use none, and place none for others.',
    none: 'none',
  },
};
