import type { Messages } from '../catalogue.ts';

export const pack: Messages['pack'] = {
  title: 'Take it with you',
  lead: 'Of every service: for programs, as tables, and as pages to read, with the clause and the recipients of each item. Sealed to your passphrase: nobody else can open it.',
  make: {
    title: 'Make a package',
    words: 'Passphrase',
    wordsHint:
      '12 characters or more, best a few words that do not belong together. Only you know it; forgotten, nobody can open it.',
    again: 'Once more',
    short: '12 characters or more',
    differ: 'The two are not the same',
    go: 'Make a link',
    ready: 'It is made as you download it; we keep none.',
    until: (when) => `The link works until **${when}**, and only while you are signed in.`,
    download: 'Download',
    how: 'To open it: install age (age-encryption.org), run age -d, type the passphrase; what you get is a zip.',
  },
  take: {
    title: 'Take a package in',
    lead: 'A package from elsewhere is opened in this browser and handed over row by row, as if you had typed it in.',
    file: 'File',
    fileMissing: 'Choose a file',
    words: 'Its passphrase',
    wordsMissing: 'Type the passphrase',
    go: 'Take it in',
    wrong: 'It does not open: another passphrase, or a damaged file.',
    altered: 'A file differs from the index; nothing was taken in.',
    other: 'This is no such package.',
    busy: (done, total) => `${done} of ${total} rows handed over`,
    done: (taken) => `${taken} rows taken in.`,
    left: (count) => `${count} rows were left:`,
    reasons: {
      consent: 'you have not agreed to keeping them here',
      none: 'nothing here keeps them',
      value: 'a value is not written as it is here',
    },
  },
};
