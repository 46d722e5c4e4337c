import { type Language, STAFF, type StaffRole } from '@kept/api';
import {
  BookLock,
  BookOpen,
  Cable,
  Database,
  Ellipsis,
  FileDiff,
  History,
  Hourglass,
  House,
  Inbox,
  Lamp,
  type LucideIcon,
  Mail,
  Package,
  Route,
  ShieldCheck,
  Siren,
  SlidersHorizontal,
  TableProperties,
  UserRound,
  UsersRound,
  Waypoints,
} from 'lucide-react';
import { SCREENS } from '../generated/screens.ts';
import type { Messages } from '../messages/catalogue.ts';
import type { ScreenPlace, Words } from './screens.ts';

export type PersonPath =
  | '/home'
  | '/devices'
  | '/my-data'
  | '/who'
  | '/choices'
  | '/requests'
  | '/activity'
  | '/changes'
  | '/account'
  | '/more';
export type ConsolePath =
  | '/console'
  | '/console/requests'
  | '/console/more'
  | '/console/outbox'
  | '/console/incidents'
  | '/console/services'
  | '/console/policies'
  | '/console/waiting'
  | '/console/inventory'
  | '/console/flow'
  | '/console/recipients'
  | '/console/connectors'
  | '/console/ledger'
  | '/console/staff';

export interface Place<To extends string> {
  readonly to: To;
  readonly icon: LucideIcon;
  readonly name: keyof Messages['shell']['places'];
  /** Instead of the name, of a place that a service brings along. */
  readonly label?: Words;
  /** Of the console: whom it is for; all of the staff unless said. */
  readonly staff?: readonly StaffRole[];
}

const ofServices = <To extends string>(places: readonly ScreenPlace[]): readonly Place<To>[] =>
  places.map((place) => ({ ...place, to: place.to as To, name: 'services' }));

/** What to call a place. */
export const nameOf = ({ name, label }: Place<string>, names: Messages['shell']['places'], lang: Language): string =>
  label?.[lang] ?? names[name];

/** The person's places, in the order of the rail. */
export const personPlaces: readonly Place<PersonPath>[] = [
  { to: '/home', icon: House, name: 'home' },
  { to: '/devices', icon: Lamp, name: 'devices' },
  ...ofServices<PersonPath>(SCREENS.flatMap(({ person }) => person?.places ?? [])),
  { to: '/my-data', icon: Database, name: 'myData' },
  { to: '/who', icon: Route, name: 'who' },
  { to: '/choices', icon: SlidersHorizontal, name: 'choices' },
  { to: '/requests', icon: Inbox, name: 'requests' },
  { to: '/activity', icon: History, name: 'activity' },
  { to: '/changes', icon: FileDiff, name: 'changes' },
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
  { to: '/console/requests', icon: Inbox, name: 'requests' },
  { to: '/console/incidents', icon: Siren, name: 'incidents' },
  { to: '/console/outbox', icon: Mail, name: 'outbox', staff: STAFF.decide },
  { to: '/console/services', icon: Package, name: 'services' },
  { to: '/console/policies', icon: BookOpen, name: 'policies' },
  { to: '/console/waiting', icon: Hourglass, name: 'waiting' },
  { to: '/console/inventory', icon: TableProperties, name: 'inventory' },
  { to: '/console/flow', icon: Waypoints, name: 'flow' },
  { to: '/console/recipients', icon: Route, name: 'recipients' },
  { to: '/console/connectors', icon: Cable, name: 'connectors', staff: STAFF.audit },
  { to: '/console/ledger', icon: BookLock, name: 'ledger' },
  { to: '/console/staff', icon: UsersRound, name: 'staff' },
  ...ofServices<ConsolePath>(SCREENS.flatMap(({ console }) => console?.places ?? [])),
];

/** As for people: five at the foot of a phone. */
export const consoleFoot: readonly Place<ConsolePath>[] = [
  ...consolePlaces.filter(({ name }) => ['overview', 'requests', 'outbox', 'recipients'].includes(name)),
  { to: '/console/more', icon: Ellipsis, name: 'more' },
];

export const consoleMore: readonly Place<ConsolePath>[] = consolePlaces.filter((place) => !consoleFoot.includes(place));

/** Those places that somebody of this role may go to: a door that is shut is not shown. */
export const placesFor = <To extends string>(places: readonly Place<To>[], role: StaffRole): readonly Place<To>[] =>
  places.filter(({ staff }) => staff?.includes(role) ?? true);
