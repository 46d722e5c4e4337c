import { ACTIONS, ACTORS, CHECK, CHECKS, DESENSITISE, PURPOSE, STATUSES, type Tables } from '@kept/policy';
import { BAND_SHIFT, JURISDICTION_SHIFT, STANDING_SHIFT, STATUS_MASK } from './state.ts';

// Constants of this module are compiled in; what is imported would be fetched again at each use.
const COLLECT = ACTIONS.indexOf('collect');
const SHARE = ACTIONS.indexOf('share');
const DISCLOSE = ACTIONS.indexOf('disclose');
const RETAIN = ACTIONS.indexOf('retain');
const PROSPECTIVE = STATUSES.indexOf('prospective');
const CLOSING = STATUSES.indexOf('closing');
const CLOSED = STATUSES.indexOf('closed');
const STATUS_COUNT = STATUSES.length;
const ACTION_COUNT = ACTIONS.length;
const ACTOR_COUNT = ACTORS.length;
const ROW = CHECKS;
const {
  actor: NO_ACTOR,
  action: NO_ACTION,
  prospective: NO_PROSPECTIVE,
  closing: NO_CLOSING,
  closed: NO_CLOSED,
  restriction: NO_RESTRICTION,
  consent: NO_CONSENT,
  objection: NO_OBJECTION,
  disclosure: NO_DISCLOSURE,
} = CHECK;
const {
  beforeAccount: BEFORE_ACCOUNT,
  whileClosing: WHILE_CLOSING,
  afterClosure: AFTER_CLOSURE,
  stoppable: STOPPABLE,
} = PURPOSE;
const AWAY = DESENSITISE;
const STANDING = STANDING_SHIFT;
const STATUS = STATUS_MASK;
const JURISDICTION = JURISDICTION_SHIFT;
const BAND = BAND_SHIFT;

/** Whether bit `n` is set in the words that begin at `from`. */
const has = (words: Uint32Array, from: number, n: number): boolean =>
  ((words[from + (n >>> 5)]! >>> (n & 31)) & 1) === 1;

/**
 * All checks of a request that do not look at its fields, in the order of `decide`. The answer is 0 or `DESENSITISE`
 * (its fields are to be judged), or the ruling of the first check that fails.
 *
 * Numbers are those of the program's indexes; no recipient and no collection are one past the last. The person's
 * packed state begins at `words[at]`.
 *
 * INVARIANT: every number is compared with its size before it is an index. Reading past the end of a typed array gives
 * undefined, which would count as 0, and 0 permits.
 */
export function judge(
  tables: Tables,
  words: Uint32Array,
  at: number,
  actor: number,
  action: number,
  purpose: number,
  recipient: number,
  collection: number,
  from: number,
  to: number,
): number {
  const { sizes, unknown } = tables;
  if (!(purpose >= 0 && purpose < sizes.purposes)) return unknown['unknown-purpose'];
  if (!(actor >= 0 && actor < ACTOR_COUNT)) return unknown['unknown-actor'];
  if (!(action >= 0 && action < ACTION_COUNT)) return unknown['unknown-action'];
  if (!(recipient >= 0 && recipient <= sizes.recipients)) return unknown['unknown-recipient'];
  if (!(collection >= 0 && collection <= sizes.collections)) return unknown['unknown-collection'];
  if (!(from >= 0 && from < sizes.regions && to >= 0 && to < sizes.regions)) return unknown['unknown-region'];
  const no = judgePerson(tables, words, at, actor, action, purpose, recipient, collection);
  if (no !== 0) return no;
  const origin = action === COLLECT ? words[at]! & 255 : from;
  return judgeWay(tables, words, at + 1, action, purpose, recipient, origin, to);
}

/** Every check from what is known to objection, one after the other. */
function judgePerson(
  tables: Tables,
  words: Uint32Array,
  at: number,
  actor: number,
  action: number,
  purpose: number,
  recipient: number,
  collection: number,
): number {
  const { sizes, unknown, rulings } = tables;
  const first = words[at]!;
  const status = (first >>> STANDING) & STATUS;
  if ((first & 255) >= sizes.regions) return unknown['unknown-region'];
  if (((first >>> JURISDICTION) & 255) >= sizes.jurisdictions) return unknown['unknown-jurisdiction'];
  if (status >= STATUS_COUNT) return unknown['unknown-status'];
  if (action === SHARE && recipient === sizes.recipients) return unknown['no-recipient'];
  if (action === COLLECT && collection === sizes.collections) return unknown['no-collection'];

  const row = purpose * ROW;
  const traits = tables.traits[purpose]!;
  if (((tables.actors[purpose]! >>> actor) & 1) === 0) return rulings[row + NO_ACTOR]!;
  if (((tables.actions[purpose]! >>> action) & 1) === 0) return rulings[row + NO_ACTION]!;
  if (status === PROSPECTIVE && (traits & BEFORE_ACCOUNT) === 0) return rulings[row + NO_PROSPECTIVE]!;
  if (status === CLOSING && ((traits & WHILE_CLOSING) === 0 || action === COLLECT)) return rulings[row + NO_CLOSING]!;
  if (status === CLOSED && (traits & AFTER_CLOSURE) === 0) return rulings[row + NO_CLOSED]!;

  const consents = at + 1;
  const restricted = consents + sizes.consentWords;
  const stoppable = (traits & STOPPABLE) !== 0;
  if (stoppable && action !== RETAIN && has(words, restricted, purpose)) return rulings[row + NO_RESTRICTION]!;
  const jurisdiction = (first >>> JURISDICTION) & 255;
  const band = (first >>> BAND) & 255;
  const person = (purpose * sizes.jurisdictions + jurisdiction) * sizes.ageBands + band;
  const barred = tables.age[person]!;
  if (barred !== 0) {
    const lift = tables.ageConsent[person]!;
    if (lift < 0 || !has(words, consents, lift)) return barred;
  }
  const consent = tables.consent[purpose]!;
  if (consent >= 0 && !has(words, consents, consent)) return rulings[row + NO_CONSENT]!;
  const objected = stoppable && has(words, restricted + sizes.purposeWords, purpose);
  return objected ? rulings[row + NO_OBJECTION]! : 0;
}

/** Every check from recipient to transfer; `consents` is where the person's begin. */
function judgeWay(
  tables: Tables,
  words: Uint32Array,
  consents: number,
  action: number,
  purpose: number,
  recipient: number,
  from: number,
  to: number,
): number {
  const { sizes } = tables;
  if (recipient < sizes.recipients) {
    const barred = tables.recipient[purpose * sizes.recipients + recipient]!;
    if (barred !== 0) return barred;
    const sharing = tables.sharingConsent[recipient]!;
    if (sharing >= 0 && !has(words, consents, sharing)) return tables.sharing[recipient]!;
  }
  if (action === DISCLOSE) {
    const disclosure = tables.disclosureConsent[purpose]!;
    if (disclosure >= 0 && !has(words, consents, disclosure)) return tables.rulings[purpose * ROW + NO_DISCLOSURE]!;
  }
  const region = tables.region[purpose * sizes.regions + to]!;
  return region === 0 ? judgeRoutes(tables, words, consents, recipient, from, to) : region;
}

/** From the region where the data is to the one where it is processed, and from there to the recipient. */
function judgeRoutes(
  tables: Tables,
  words: Uint32Array,
  consents: number,
  recipient: number,
  from: number,
  to: number,
): number {
  const { sizes } = tables;
  const ends = sizes.regions + sizes.recipients;
  let form = 0;
  if (from !== to) {
    form = judgeRoute(tables, words, consents, tables.route[from * ends + to]!);
    if (form > AWAY) return form;
  }
  if (recipient === sizes.recipients) return form;
  const out = tables.route[to * ends + sizes.regions + recipient]!;
  if (out === 0) return form;
  const last = judgeRoute(tables, words, consents, out);
  return last > AWAY ? last : form | last;
}

function judgeRoute({ routes }: Tables, words: Uint32Array, consents: number, route: number): number {
  const never = routes.never[route]!;
  if (never !== 0) return never;
  const end = routes.from[route + 1]!;
  for (let i = routes.from[route]!; i < end; i++)
    if (!has(words, consents, routes.consents[i]!)) return routes.rulings[i]!;
  return routes.desensitise[route] === 1 ? AWAY : 0;
}
