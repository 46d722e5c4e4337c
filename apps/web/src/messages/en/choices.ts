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
  uses: (fields, count) => (count > 4 ? `Uses ${fields} and more, ${count} in all` : `Uses ${fields}`),
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
  erases: (fields) => `Taking it back destroys at once what is kept: ${fields}. It cannot be brought back.`,
  erasesCopy: 'Get a copy first',
  eraseGo: 'Take back and destroy',
  eraseLeave: 'Leave it for now',
  give: 'Agree after all',
  gave: (label, entry) => `Noted: you agree to “${label}”, ledger entry ${entry}.`,
  took: (label, entry) => `Noted: you do not agree to “${label}”. It has stopped, ledger entry ${entry}.`,
  facts: { fields: 'What it uses', kind: 'Kind of consent', no: 'If you say no' },
  cookies: {
    heading: 'Cookies',
    title: (count) =>
      count === 1 ? 'May we use one more kind of cookie?' : `May we use ${count} more kinds of cookies?`,
    text: (why) => `${why}. No answer means no, and the site works all the same.`,
    joined: (whys) => whys.map((why, at) => (at === 0 ? why : inner(why))).join('; '),
    none: 'Allow none',
    all: 'Allow all',
    pick: 'Choose',
    save: 'Leave it so',
    close: 'Close',
    no: 'Do not allow',
    yes: 'Allow',
    uses: {
      necessary: 'To make the site work',
      preferences: 'Preferences',
      statistics: 'Statistics',
      advertising: 'Advertising',
    },
    necessary: 'That you are signed in, and your answers here. The site does not work without, so they are not asked.',
    always: 'always on',
    stopped: 'off, as your signal asks',
    nothing: 'none',
    nothingText: {
      preferences: 'Remembered in this tab only, and forgotten with it.',
      statistics: 'We do not count, and let nobody else count.',
      advertising: 'We use no advertising cookies, and place none for others.',
    },
    unnamed: 'The notice in force names nothing to store, so nothing is but what keeps you signed in.',
  },
  browser: {
    only: 'only this browser',
    signal: 'Your browser sends a Global Privacy Control signal',
    signalText: (what) =>
      what === ''
        ? 'We follow it: there is no counting here and no advertising anyway.'
        : `We follow it: ${what} are off and stay off, and that is in your ledger. There is nothing to choose.`,
    preferencesText: 'Language, light or dark, the ledger’s public key. They stay in this browser.',
    forget: 'Clear them',
    forgotten: 'The preferences in this browser are cleared.',
  },
};
