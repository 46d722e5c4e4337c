import type { Messages } from '../catalogue.ts';
import { inner } from './words.ts';

export const unsubscribe: Messages['unsubscribe'] = {
  title: 'Unsubscribe',
  ask: (purpose) => `No more mail for ${inner(purpose)}?`,
  why: 'One press stops it: no signing in, no reasons asked.',
  go: 'Unsubscribe',
  opened: 'Opening this page has changed nothing.',
  done: (purpose) => `It has stopped: ${inner(purpose)}`,
  doneText:
    'None will be sent from now on. This is in your ledger; if you change your mind, sign in and go to Choices.',
  unknown: 'This link is not known',
  unknownText: 'It may be cut short. Press it in the mail once more, or sign in and unsubscribe under Choices.',
  choices: 'Go to Choices',
};
