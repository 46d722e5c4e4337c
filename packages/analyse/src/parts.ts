import { ACTIONS, ACTORS, CHECK, CHECKS, type Duty, FIELD, type Program, PURPOSE, STATUSES } from '@kept/policy';

/**
 * What some of the checks of `decide` come to, whatever the person said: refused by a ruling, or (ruling 0) open to
 * whoever gave all of the consents, with what is then due. Consents are numbers of the program.
 */
export interface Part {
  readonly ruling: number;
  /** Which check refuses, in the order of `decide`: of several the first decides. `OPEN_RANK` where none does. */
  readonly rank: number;
  readonly consents: readonly number[];
  readonly duties: readonly Pick<Duty, 'kind' | 'clause'>[];
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Places in the order of `decide`. What is unknown comes first, in the order in which it is looked at. */
export const RANK = {
  unknownPurpose: 0,
  unknownRecipient: 1,
  unknownCollection: 2,
  unknownRegion: 3,
  unknownPerson: 4,
  asked: 5,
  standing: 6,
  age: 7,
  receiving: 8,
  way: 9,
  minimisation: 10,
  datum: 11,
  open: 12,
} as const;

/** Nothing stands in the way. */
export const OPEN: Part = Object.freeze({ ruling: 0, rank: RANK.open, consents: NOTHING, duties: NOTHING });

/** Refused whatever the person says. */
export const shut = (ruling: number, rank: number): Part => ({ ruling, rank, consents: NOTHING, duties: NOTHING });

const asking = (...consents: readonly number[]): Part => {
  const asked = [...new Set(consents)].filter((consent) => consent >= 0);
  return asked.length === 0 ? OPEN : { ...OPEN, consents: asked };
};

/** One part after the other: refused by the first that refuses, else open to whoever both are open to. */
export function both(a: Part, b: Part): Part {
  if (a === OPEN) return b;
  if (b === OPEN) return a;
  if (a.ruling !== 0 || b.ruling !== 0) return a.rank <= b.rank ? a : b;
  const more = b.consents.filter((consent) => !a.consents.includes(consent));
  return {
    ...OPEN,
    consents: more.length === 0 ? a.consents : [...a.consents, ...more],
    duties: b.duties.length === 0 ? a.duties : [...a.duties, ...b.duties],
  };
}

const PERSON = ACTORS.indexOf('person');
const COLLECT = ACTIONS.indexOf('collect');
const SHARE = ACTIONS.indexOf('share');
const TRANSFER = ACTIONS.indexOf('transfer');
const DISCLOSE = ACTIONS.indexOf('disclose');
const RETAIN = ACTIONS.indexOf('retain');
const [PROSPECTIVE, , CLOSING, CLOSED] = STATUSES.map((_, i) => i);

/** Whether the request can be asked so: whom it names, by whom and for what it is asked. */
export function asked(
  { tables }: Program,
  actor: number,
  action: number,
  purpose: number,
  collection: number,
  recipient: number,
): Part {
  const { sizes, unknown, rulings } = tables;
  if (action === SHARE && recipient === sizes.recipients) return shut(unknown['no-recipient'], RANK.asked);
  if (action === COLLECT && collection === sizes.collections) return shut(unknown['no-collection'], RANK.asked);
  if (((tables.actors[purpose]! >>> actor) & 1) === 0)
    return shut(rulings[purpose * CHECKS + CHECK.actor]!, RANK.asked);
  if (((tables.actions[purpose]! >>> action) & 1) === 0)
    return shut(rulings[purpose * CHECKS + CHECK.action]!, RANK.asked);
  return OPEN;
}

/** Where the person is in the life of an account. */
export function standing({ tables }: Program, action: number, purpose: number, status: number): Part {
  const traits = tables.traits[purpose]!;
  const row = purpose * CHECKS;
  if (status === PROSPECTIVE && (traits & PURPOSE.beforeAccount) === 0)
    return shut(tables.rulings[row + CHECK.prospective]!, RANK.standing);
  if (status === CLOSING && ((traits & PURPOSE.whileClosing) === 0 || action === COLLECT))
    return shut(tables.rulings[row + CHECK.closing]!, RANK.standing);
  if (status === CLOSED && (traits & PURPOSE.afterClosure) === 0)
    return shut(tables.rulings[row + CHECK.closed]!, RANK.standing);
  return OPEN;
}

/** How old the person is, under whose law. */
export function age({ tables }: Program, purpose: number, jurisdiction: number, band: number): Part {
  const at = (purpose * tables.sizes.jurisdictions + jurisdiction) * tables.sizes.ageBands + band;
  const barred = tables.age[at]!;
  if (barred === 0) return OPEN;
  const lift = tables.ageConsent[at]!;
  return lift < 0 ? shut(barred, RANK.age) : asking(lift);
}

/** What the purpose rests on, who gets it, and what follows from its leaving. */
export function receiving(program: Program, action: number, purpose: number, recipient: number): Part {
  const { tables } = program;
  const { recipients } = tables.sizes;
  const shared = recipient < recipients;
  const barred = shared ? tables.recipient[purpose * recipients + recipient]! : 0;
  if (barred !== 0) return shut(barred, RANK.receiving);
  const published = action === DISCLOSE ? tables.disclosureConsent[purpose]! : -1;
  const { consents } = asking(tables.consent[purpose]!, shared ? tables.sharingConsent[recipient]! : -1, published);
  const outward = action === DISCLOSE || action === TRANSFER ? program.disclosureDuties[purpose] : undefined;
  return { ...OPEN, consents, duties: (shared ? program.recipientDuties[recipient] : outward) ?? NOTHING };
}

/** From where to where, and from there to the recipient. */
export function way({ tables }: Program, purpose: number, recipient: number, from: number, to: number): Part {
  const { sizes, route, region } = tables;
  const barred = region[purpose * sizes.regions + to]!;
  if (barred !== 0) return shut(barred, RANK.way);
  const ends = sizes.regions + sizes.recipients;
  const moved = from === to ? OPEN : along(tables.routes, route[from * ends + to]!);
  if (moved.ruling !== 0 || recipient === sizes.recipients) return moved;
  const sent = along(tables.routes, route[to * ends + sizes.regions + recipient]!);
  return both(moved, sent);
}

function along(routes: Program['tables']['routes'], route: number): Part {
  const never = routes.never[route]!;
  if (never !== 0) return shut(never, RANK.way);
  const { consents } = asking(...routes.consents.subarray(routes.from[route]!, routes.from[route + 1]!));
  return { ...OPEN, consents, duties: routes.duties[route]! };
}

/** Whether somebody else than the person sees the value. */
export const reveals = (actor: number, action: number): boolean =>
  actor !== PERSON && action !== COLLECT && action !== RETAIN;

/** The field itself; `seen` is what `reveals` says. */
export function datum(
  program: Program,
  seen: boolean,
  purpose: number,
  collection: number,
  recipient: number,
  field: number,
): Part {
  const { tables } = program;
  const width = tables.sizes.fields;
  const wanted = tables.purposeField[purpose * width + field]!;
  const given = tables.recipientField[recipient * width + field]!;
  if ((wanted & FIELD.within) === 0)
    return shut(tables.rulings[purpose * CHECKS + CHECK.minimisation]!, RANK.minimisation);
  if ((tables.collectionField[collection * width + field]! & FIELD.within) === 0)
    return shut(tables.outsideCollection[collection]!, RANK.datum);
  if ((given & FIELD.within) === 0) return shut(tables.outsideRecipient[recipient]!, RANK.datum);
  const consent = (wanted & FIELD.sensitive) === 0 ? -1 : tables.sensitiveConsent[purpose]!;
  if ((wanted & FIELD.sensitive) !== 0 && consent < 0)
    return shut(tables.rulings[purpose * CHECKS + CHECK.sensitive]!, RANK.datum);
  if (seen && (wanted & FIELD.personOnly) !== 0) return shut(tables.personOnly[field]!, RANK.datum);
  const { consents } = asking(consent);
  if (((wanted | given) & FIELD.redact) === 0) return consents.length === 0 ? OPEN : { ...OPEN, consents };
  const own = (wanted & FIELD.redact) !== 0;
  const clause = own ? program.purposeClauses[purpose]! : program.recipientClauses[recipient]!;
  return { ...OPEN, consents, duties: [{ kind: 'redact', clause }] };
}

/** Whether a restriction stops it; an objection stops whatever can be stopped. */
export const restrictable = (program: Program, action: number, purpose: number): boolean =>
  opposable(program, purpose) && action !== RETAIN;
export const opposable = ({ tables }: Program, purpose: number): boolean =>
  (tables.traits[purpose]! & PURPOSE.stoppable) !== 0;
