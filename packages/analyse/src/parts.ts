import { ACTIONS, ACTORS, CHECK, CHECKS, type Duty, FIELD, type Program, PURPOSE, STATUSES } from '@kept/policy';

/**
 * What some of the checks of `decide` come to, whatever the person said: refused by a ruling, or (ruling 0) open to
 * whoever gave all of the consents, with what is then due. Consents are numbers of the program.
 */
export interface Part {
  readonly ruling: number;
  readonly consents: readonly number[];
  readonly duties: readonly Pick<Duty, 'kind' | 'clause'>[];
}

const NOTHING: readonly never[] = Object.freeze([]);
const OPEN: Part = { ruling: 0, consents: NOTHING, duties: NOTHING };

const shut = (ruling: number): Part => (ruling === 0 ? OPEN : { ruling, consents: NOTHING, duties: NOTHING });
const asking = (...consents: readonly number[]): Part => {
  const asked = consents.filter((consent) => consent >= 0);
  return asked.length === 0 ? OPEN : { ruling: 0, consents: asked, duties: NOTHING };
};

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
  if (action === SHARE && recipient === sizes.recipients) return shut(unknown['no-recipient']);
  if (action === COLLECT && collection === sizes.collections) return shut(unknown['no-collection']);
  if (((tables.actors[purpose]! >>> actor) & 1) === 0) return shut(rulings[purpose * CHECKS + CHECK.actor]!);
  if (((tables.actions[purpose]! >>> action) & 1) === 0) return shut(rulings[purpose * CHECKS + CHECK.action]!);
  return OPEN;
}

/** Where the person is in the life of an account. */
export function standing({ tables }: Program, action: number, purpose: number, status: number): Part {
  const traits = tables.traits[purpose]!;
  const row = purpose * CHECKS;
  if (status === PROSPECTIVE && (traits & PURPOSE.beforeAccount) === 0)
    return shut(tables.rulings[row + CHECK.prospective]!);
  if (status === CLOSING && ((traits & PURPOSE.whileClosing) === 0 || action === COLLECT))
    return shut(tables.rulings[row + CHECK.closing]!);
  if (status === CLOSED && (traits & PURPOSE.afterClosure) === 0) return shut(tables.rulings[row + CHECK.closed]!);
  return OPEN;
}

/** How old the person is, under whose law. */
export function age({ tables }: Program, purpose: number, jurisdiction: number, band: number): Part {
  const at = (purpose * tables.sizes.jurisdictions + jurisdiction) * tables.sizes.ageBands + band;
  const barred = tables.age[at]!;
  if (barred === 0) return OPEN;
  const lift = tables.ageConsent[at]!;
  return lift < 0 ? shut(barred) : asking(lift);
}

/** What the purpose rests on, who gets it, and what follows from its leaving. */
export function receiving(program: Program, action: number, purpose: number, recipient: number): Part {
  const { tables } = program;
  const { recipients } = tables.sizes;
  const shared = recipient < recipients;
  const barred = shared ? tables.recipient[purpose * recipients + recipient]! : 0;
  if (barred !== 0) return shut(barred);
  const published = action === DISCLOSE ? tables.disclosureConsent[purpose]! : -1;
  const { consents } = asking(tables.consent[purpose]!, shared ? tables.sharingConsent[recipient]! : -1, published);
  const outward = action === DISCLOSE || action === TRANSFER ? program.disclosureDuties[purpose] : undefined;
  return { ruling: 0, consents, duties: (shared ? program.recipientDuties[recipient] : outward) ?? NOTHING };
}

/** From where to where, and from there to the recipient. */
export function way({ tables }: Program, purpose: number, recipient: number, from: number, to: number): Part {
  const { sizes, route, region } = tables;
  const barred = region[purpose * sizes.regions + to]!;
  if (barred !== 0) return shut(barred);
  const ends = sizes.regions + sizes.recipients;
  const moved = from === to ? OPEN : along(tables.routes, route[from * ends + to]!);
  if (moved.ruling !== 0 || recipient === sizes.recipients) return moved;
  const sent = along(tables.routes, route[to * ends + sizes.regions + recipient]!);
  if (sent.ruling !== 0) return sent;
  return {
    ruling: 0,
    consents: [...moved.consents, ...sent.consents],
    duties: [...moved.duties, ...sent.duties],
  };
}

function along(routes: Program['tables']['routes'], route: number): Part {
  const never = routes.never[route]!;
  if (never !== 0) return shut(never);
  const consents = [...routes.consents.subarray(routes.from[route]!, routes.from[route + 1]!)];
  return { ruling: 0, consents, duties: routes.duties[route]! };
}

/** The field itself. */
export function datum(
  program: Program,
  actor: number,
  action: number,
  purpose: number,
  collection: number,
  recipient: number,
  field: number,
): Part {
  const { tables } = program;
  const width = tables.sizes.fields;
  const wanted = tables.purposeField[purpose * width + field]!;
  const given = tables.recipientField[recipient * width + field]!;
  if ((wanted & FIELD.within) === 0) return shut(tables.rulings[purpose * CHECKS + CHECK.minimisation]!);
  if ((tables.collectionField[collection * width + field]! & FIELD.within) === 0)
    return shut(tables.outsideCollection[collection]!);
  if ((given & FIELD.within) === 0) return shut(tables.outsideRecipient[recipient]!);
  const consent = (wanted & FIELD.sensitive) === 0 ? -1 : tables.sensitiveConsent[purpose]!;
  if ((wanted & FIELD.sensitive) !== 0 && consent < 0) return shut(tables.rulings[purpose * CHECKS + CHECK.sensitive]!);
  const seen = action !== COLLECT && action !== RETAIN;
  if ((wanted & FIELD.personOnly) !== 0 && actor !== PERSON && seen) return shut(tables.personOnly[field]!);
  const { consents } = asking(consent);
  if (((wanted | given) & FIELD.redact) === 0) return consents.length === 0 ? OPEN : { ...OPEN, consents };
  const own = (wanted & FIELD.redact) !== 0;
  const clause = own ? program.purposeClauses[purpose]! : program.recipientClauses[recipient]!;
  return { ruling: 0, consents, duties: [{ kind: 'redact', clause }] };
}

/** Whether a restriction stops it; an objection stops whatever can be stopped. */
export const restrictable = (program: Program, action: number, purpose: number): boolean =>
  opposable(program, purpose) && action !== RETAIN;
export const opposable = ({ tables }: Program, purpose: number): boolean =>
  (tables.traits[purpose]! & PURPOSE.stoppable) !== 0;
