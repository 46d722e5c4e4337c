/** Values by JSON schema: right ones, and ones that are wrong in a way that somebody might try. */
import fc from 'fast-check';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
}

/** In every text that a test sends: whoever finds it in an answer has found an echo. */
export const CANARY = 'cAnArY';

/** Texts for what a pattern alone describes, by the pattern. */
const text = ({ pattern, format, minLength = 0, maxLength = 10_000 }: Schema): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).map((each) => each.slice(0, maxLength));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
};

/** A value that the schema takes, as far as the schema says. */
export function right(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return fc.oneof(...some.map(right));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1_000, 2 ** 31) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { items = {}, minItems: minLength = 0, maxItems = 3 } = schema;
      return fc.array(right(items), { minLength, maxLength: Math.min(maxItems, 3) });
    }
    case 'object':
      return object(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function object({ properties, required = [], additionalProperties, propertyNames }: Schema): fc.Arbitrary<unknown> {
  if (properties) {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, right(each)]));
    return fc.record(fields, { requiredKeys: required as never[] });
  }
  const value = typeof additionalProperties === 'object' ? right(additionalProperties) : fc.string();
  return fc.dictionary(right(propertyNames ?? { type: 'string', maxLength: 20 }).map(String), value, { maxKeys: 3 });
}

/** What somebody might put in the place of anything. */
export const ODD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, -0, 2 ** 53, 1e21, 0.1, '', ' ', [], {}, [[]], [{}]),
  fc.constantFrom(...['__proto__', 'constructor', 'toString', 'undefined', 'NaN', 'null', '0', '-1', '1e999']),
  fc.constantFrom(...['\u0000', '\u202e', '\ufeff', '\ud800', '\udfff\ud800', '\u{1f4a9}', '\r\n', '%00', '../', '\\']),
  fc.constantFrom(...["' or 1=1 --", '$(id)', '{{7*7}}', '<script>', '#{x}', 'a'.repeat(300)]),
  fc.constantFrom(...[`${CANARY}`, `${CANARY}@mail.example`, `+86 100 0000 0042 ${CANARY}`]).map(String),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer().map((n) => (n % 2 ? [n] : { [CANARY]: n })),
);

/** A right value with one thing in it made odd, taken away, added or doubled, wherever. */
export function nearly(schema: Schema): fc.Arbitrary<unknown> {
  return fc
    .tuple(right(schema), ODD, fc.nat(), fc.constantFrom('replace', 'drop', 'add', 'wrap', 'prototype'))
    .map(([value, odd, at, how]) => altered(structuredClone(value), odd, at, how));
}

function altered(value: unknown, odd: unknown, at: number, how: string): unknown {
  const places = placesOf(value);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return odd;
  const { holder, key } = place;
  if (how === 'drop' && !Array.isArray(holder)) delete holder[key as string];
  else if (how === 'add' && !Array.isArray(holder)) holder[`${CANARY}${at % 3}`] = odd;
  else if (how === 'wrap') holder[key as never] = [holder[key as never], odd] as never;
  else if (how === 'prototype' && !Array.isArray(holder))
    Object.defineProperty(holder, ['__proto__', 'constructor', 'toJSON'][at % 3]!, { value: odd, enumerable: true });
  else holder[key as never] = odd as never;
  return value;
}

type Holder = Record<string, unknown> | unknown[];

function placesOf(value: unknown): { holder: Holder; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  const keys = Array.isArray(holder) ? holder.map((_, i) => i) : Object.keys(holder);
  return keys.flatMap((key) => [{ holder, key }, ...placesOf(holder[key as never])]);
}
