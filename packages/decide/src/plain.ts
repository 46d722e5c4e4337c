import { ACTIONS, ACTORS, CHECK, CHECKS, FIELD, type Program, type Tables } from '@kept/policy';

/** In the tables below: no ruling, but a sign that the checks of `decide` have to be asked. No permit of a field or a form. */
export const AT_LENGTH = 2;

/** What the program's tables come to, one after the other, where little has to be looked at. */
export interface Plain {
  /** By purpose: bit `actor * 6 + action` where the two are allowed, and the action asks for nothing more. */
  readonly asks: Uint32Array;
  /** By purpose, recipient (the last is none) and region, for data that stays in that region. 0, a ruling, or `AT_LENGTH`. */
  readonly way: Uint16Array;
  /** By purpose, recipient (the last is none) and field, without a collection. A ruling, or `AT_LENGTH`. */
  readonly field: Uint16Array;
}

const known = new WeakMap<Program, Plain>();

/** The plain tables of a program; made once. */
export function plainOf(program: Program): Plain {
  const found = known.get(program);
  if (found !== undefined) return found;
  const { tables } = program;
  const plain = { asks: asksOf(tables), way: waysOf(tables), field: fieldsOf(tables) };
  known.set(program, plain);
  return plain;
}

const bit = (action: (typeof ACTIONS)[number]): number => 1 << ACTIONS.indexOf(action);

/** Collecting looks at the collection, and publishing may ask the person: neither is plain. */
function asksOf({ actors, actions, disclosureConsent }: Tables): Uint32Array {
  return Uint32Array.from(actions, (allowed, p) => {
    const looks = bit('collect') | (disclosureConsent[p]! < 0 ? 0 : bit('disclose'));
    let asks = 0;
    for (let actor = 0; actor < ACTORS.length; actor++)
      if ((actors[p]! >>> actor) & 1) asks |= (allowed & ~looks) << (actor * ACTIONS.length);
    return asks;
  });
}

function waysOf(tables: Tables): Uint16Array {
  const { purposes, recipients, regions } = tables.sizes;
  const ways = new Uint16Array(purposes * (recipients + 1) * regions);
  let at = 0;
  for (let p = 0; p < purposes; p++)
    for (let r = 0; r <= recipients; r++) for (let g = 0; g < regions; g++) ways[at++] = wayOf(tables, p, r, g);
  return ways;
}

/** From recipient to transfer, in the order of the checks; a consent on the way makes it depend on the person. */
function wayOf(
  { sizes, recipient, sharingConsent, region, route, routes }: Tables,
  p: number,
  r: number,
  g: number,
): number {
  const shared = r < sizes.recipients;
  const barred = shared ? recipient[p * sizes.recipients + r]! : 0;
  if (barred !== 0) return barred;
  if (shared && sharingConsent[r]! >= 0) return AT_LENGTH;
  const place = region[p * sizes.regions + g]!;
  if (place !== 0) return place;
  const out = shared ? route[g * (sizes.regions + sizes.recipients) + sizes.regions + r]! : 0;
  if (routes.never[out] !== 0) return routes.never[out]!;
  return routes.from[out]! < routes.from[out + 1]! || routes.desensitise[out] === 1 ? AT_LENGTH : 0;
}

function fieldsOf(tables: Tables): Uint16Array {
  const { purposes, recipients, fields } = tables.sizes;
  const rulings = new Uint16Array(purposes * (recipients + 1) * fields);
  let at = 0;
  for (let p = 0; p < purposes; p++)
    for (let r = 0; r <= recipients; r++) for (let f = 0; f < fields; f++) rulings[at++] = fieldOf(tables, p, r, f);
  return rulings;
}

function fieldOf(tables: Tables, p: number, r: number, f: number): number {
  const width = tables.sizes.fields;
  const wanted = tables.purposeField[p * width + f]!;
  const given = tables.recipientField[r * width + f]!;
  if ((wanted & FIELD.within) === 0) return tables.rulings[p * CHECKS + CHECK.minimisation]!;
  if ((given & FIELD.within) === 0) return tables.outsideRecipient[r]!;
  if ((wanted & (FIELD.sensitive | FIELD.personOnly)) !== 0) return AT_LENGTH;
  return (wanted | given) & FIELD.redact;
}
