import type { Messages } from '../catalogue.ts';
import { plural } from './words.ts';

export const home: Messages['home'] = {
  title: 'Home',
  of: (name) => `Home of ${name}`,
  lead: (held, handed, days) =>
    `**${plural(held, 'item')}** about you live here. In the past ${plural(days, 'day')}, ${
      handed === 0 ? '**none** left the house.' : `something left the house **${plural(handed, 'time')}**.`
    }`,
  see: 'See my data',
  signs: {
    onList: 'Nowhere off the list',
    waiting: (count) => `${count} of them still in the outbox`,
    stopped: (count) => `Stopped ${plural(count, 'time')}`,
    next: (label, when) => `Next to be destroyed: ${label}, ${when}`,
  },
  plan: {
    label: 'In which rooms your data is kept, and which of it has left',
    items: (count) => (count === 1 ? 'item' : 'items'),
    uses: (count) => `used ${plural(count, 'time')}`,
    out: (count) => `left ${plural(count, 'time')}`,
    stays: 'stays in',
    door: 'Whatever leaves goes through this door',
    unused: 'not used lately',
    times: (count) => plural(count, 'time'),
    rest: (count) => `${count} more may receive something`,
  },
  latest: { title: 'Latest uses', none: 'Not used yet.', all: 'See all activity' },
  advice: {
    title: 'Add a second lock',
    text: 'A password alone opens your account now. With a passkey or an authenticator app, a stolen password is not enough.',
    go: 'Add one',
  },
};
