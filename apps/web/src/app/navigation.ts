import {
  BookLock,
  BookOpen,
  Database,
  Ellipsis,
  History,
  House,
  Inbox,
  type LucideIcon,
  Mail,
  Package,
  Route,
  ShieldCheck,
  SlidersHorizontal,
  UserRound,
} from 'lucide-react';
import type { Messages } from '../messages/catalogue.ts';

type PersonPath = '/home' | '/my-data' | '/who' | '/choices' | '/requests' | '/activity' | '/account' | '/more';
type ConsolePath =
  | '/console'
  | '/console/outbox'
  | '/console/services'
  | '/console/policies'
  | '/console/recipients'
  | '/console/ledger';

export interface Place<To extends string> {
  readonly to: To;
  readonly icon: LucideIcon;
  readonly name: keyof Messages['shell']['places'];
}

/** The person's places, in the order of the rail. */
export const personPlaces: readonly Place<PersonPath>[] = [
  { to: '/home', icon: House, name: 'home' },
  { to: '/my-data', icon: Database, name: 'myData' },
  { to: '/who', icon: Route, name: 'who' },
  { to: '/choices', icon: SlidersHorizontal, name: 'choices' },
  { to: '/requests', icon: Inbox, name: 'requests' },
  { to: '/activity', icon: History, name: 'activity' },
  { to: '/account', icon: UserRound, name: 'account' },
];

/** The five at the foot of a phone; the rest is under "More". */
export const footPlaces: readonly Place<PersonPath>[] = [
  ...personPlaces.filter(({ name }) => ['home', 'myData', 'choices', 'requests'].includes(name)),
  { to: '/more', icon: Ellipsis, name: 'more' },
];

export const morePlaces: readonly Place<PersonPath>[] = personPlaces.filter((place) => !footPlaces.includes(place));

export const consolePlaces: readonly Place<ConsolePath>[] = [
  { to: '/console', icon: ShieldCheck, name: 'overview' },
  { to: '/console/outbox', icon: Mail, name: 'outbox' },
  { to: '/console/services', icon: Package, name: 'services' },
  { to: '/console/policies', icon: BookOpen, name: 'policies' },
  { to: '/console/recipients', icon: Route, name: 'recipients' },
  { to: '/console/ledger', icon: BookLock, name: 'ledger' },
];
