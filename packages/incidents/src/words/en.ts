import type { Words } from './shape.ts';

export const en: Words = {
  parts: {
    situation: 'What happened',
    impact: 'What it may mean for you',
    measures: 'What we have done and are doing',
    advice: 'What you can do yourself',
    remedies: 'What we do for you',
    contact: 'Whom to ask',
  },
  drafts: {
    situation: ({ from, to }) =>
      from === null
        ? `What we held about you by ${to} came into the hands of others.`
        : `Between ${from} and ${to}, data about you was used in a way that it must not be.`,
    impact: ({ fields }) => `It concerns: ${fields}. Somebody may use this to pretend to know you.`,
    measures: () => 'We have closed the way in, and are going through every record of it.',
    advice: () =>
      'Be wary of calls and messages that ask for codes, passwords or money: we never do. Change your password, and turn on two-step sign-in.',
    remedies: () => 'Under Requests you can ask what is held about you, have it erased, or complain, free of charge.',
    contact: ({ contact }) => contact,
  },
  authorities: {
    'cn-cac': 'Cyberspace Administration, China (first report)',
    'cn-cac-final': 'Cyberspace Administration, China (final report)',
    'eea-dpa': 'Supervisory authority in the EEA',
    'ru-rkn': 'Roskomnadzor, Russia (first report)',
    'ru-rkn-findings': 'Roskomnadzor, Russia (findings)',
  },
  subject: (brand) => `${brand}: an incident that concerns your data`,
  short: (brand, url) => `${brand}: an incident concerns your data. What happened and what you can do: ${url}`,
  more: (url) => `Which of your data it concerns, and how often it was used: ${url}`,
  report: {
    title: (authority) => `Report of a personal data breach: ${authority}`,
    drill: 'This is a drill. Nothing of it happened.',
    noticed: 'Became aware',
    due: 'Due',
    period: 'In question',
    ever: (to) => `everything held by ${to}`,
    people: 'People concerned',
    unreadable: (entries) =>
      `${entries} uses of data were of people who have been erased since; who they were cannot be told.`,
    fields: 'Categories of data',
    told: (told, people) => `${told} of ${people} have been told`,
    contact: 'Contact',
    lessons: 'Findings',
    none: 'not known yet',
    law: 'Legal basis',
  },
};
