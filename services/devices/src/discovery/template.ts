/**
 * Value templates of Home Assistant: the part of them that can be read without running a program of somebody else’s.
 *
 * Taken: `value`, `value_json` and what is in it by name or number; literals; arithmetic, comparisons, `and`, `or`, `not`,
 * `~`, `a if b else c`, `{% if %}`; the filters and functions in `FILTERS`; the tests in `TESTS`. No loops, no assignments,
 * no names of Home Assistant itself: what a template costs is bounded by its length.
 */
import { parse, tokenize } from '@huggingface/jinja';

/** The text of a value; undefined where the message does not have it. */
export type Template = (payload: string, json: unknown) => string | undefined;

interface Node {
  readonly type: string;
}
type Parts = Readonly<Record<string, unknown>>;
type Value = unknown;
interface Scope {
  readonly value: string;
  readonly json: unknown;
}

const LONGEST = 2_000;
const DEEPEST = 40;

/** Without a template a message is its own value. Undefined where it needs more than is taken. */
export function templateOf(source: unknown): Template | undefined {
  if (source === undefined || source === null || source === '') return (payload) => payload;
  if (typeof source !== 'string' || source.length > LONGEST) return undefined;
  let body: readonly Node[];
  try {
    ({ body } = parse(tokenize(source)) as unknown as { body: readonly Node[] });
  } catch {
    return undefined;
  }
  if (!body.every((each) => isTaken(each))) return undefined;
  return (value, json) => {
    const parts = body.map((each) => evaluated(each, { value, json }));
    return parts.every((part) => part === undefined) ? undefined : parts.map(textOf).join('').trim();
  };
}

const FILTERS: Readonly<Record<string, (value: Value, ...args: Value[]) => Value>> = {
  float: (value, other) => numberOr(value, other),
  int: (value, other) => {
    const number = numberOr(value, other);
    return typeof number === 'number' ? Math.trunc(number) : number;
  },
  round: (value, digits = 0) => {
    const scale = 10 ** Math.min(9, Math.max(0, Number(digits) || 0));
    return Math.round(Number(value) * scale) / scale;
  },
  abs: (value) => Math.abs(Number(value)),
  lower: (value) => textOf(value).toLowerCase(),
  upper: (value) => textOf(value).toUpperCase(),
  trim: (value) => textOf(value).trim(),
  string: (value) => textOf(value),
  default: (value, other = '') => (value === undefined ? other : value),
  d: (value, other = '') => (value === undefined ? other : value),
  multiply: (value, by) => Number(value) * Number(by),
  add: (value, more) => Number(value) + Number(more),
  bool: (value) => ['true', 'on', 'yes', '1', 'enable'].includes(textOf(value).toLowerCase()),
  tojson: (value) => JSON.stringify(value),
  to_json: (value) => JSON.stringify(value),
};

const TESTS: Readonly<Record<string, (value: Value) => boolean>> = {
  defined: (value) => value !== undefined,
  undefined: (value) => value === undefined,
  none: (value) => value === null,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
};

const CONSTANTS: Readonly<Record<string, Value>> = {
  ...{ true: true, True: true, false: false, False: false, none: null, None: null },
};

const BINARY: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '+': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : Number(a) + Number(b)),
  '-': (a, b) => Number(a) - Number(b),
  '*': (a, b) => Number(a) * Number(b),
  '/': (a, b) => Number(a) / Number(b),
  '%': (a, b) => Number(a) % Number(b),
  '~': (a, b) => textOf(a) + textOf(b),
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => Number(a) < Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
};

const has = (table: object, name: unknown): name is string => typeof name === 'string' && Object.hasOwn(table, name);

/** The call of a filter, or of a function of the same name: its name and what it is given. */
function callOf(node: Node): { name: unknown; args: readonly Node[] } {
  const { value, callee, args } = node as Node & { value?: unknown; callee?: Parts; args?: readonly Node[] };
  return node.type === 'CallExpression' ? { name: callee?.['value'], args: args ?? [] } : { name: value, args: [] };
}

function isTaken(node: Node | undefined | null, depth = 0): boolean {
  if (!node || depth > DEEPEST) return false;
  const part = node as Node & Parts;
  const taken = (...names: readonly string[]) => names.every((name) => isTaken(part[name] as Node, depth + 1));
  const all = (nodes: unknown) => (nodes as readonly Node[]).every((each) => isTaken(each, depth + 1));
  switch (node.type) {
    case 'StringLiteral':
    case 'IntegerLiteral':
    case 'FloatLiteral':
    case 'Comment':
      return true;
    case 'Identifier':
      return part['value'] === 'value' || part['value'] === 'value_json' || has(CONSTANTS, part['value']);
    case 'MemberExpression':
      return taken('object') && (part['computed'] ? taken('property') : true);
    case 'FilterExpression': {
      const { name, args } = callOf(part['filter'] as Node);
      return taken('operand') && has(FILTERS, name) && all(args);
    }
    case 'CallExpression': {
      const { name, args } = callOf(node);
      return has(FILTERS, name) && args.length > 0 && all(args);
    }
    case 'BinaryExpression': {
      const { value } = part['operator'] as { value: string };
      return (has(BINARY, value) || value === 'and' || value === 'or') && taken('left', 'right');
    }
    case 'UnaryExpression':
      return (part['operator'] as { value: string }).value === 'not' && taken('argument');
    case 'TestExpression':
      return taken('operand') && has(TESTS, (part['test'] as Parts)['value']);
    case 'Ternary':
      return taken('condition', 'trueExpr', 'falseExpr');
    case 'If':
      return taken('test') && all(part['body']) && all(part['alternate']);
    default:
      return false;
  }
}

/** Of what `isTaken` has let pass. */
function evaluated(node: Node, scope: Scope): Value {
  const part = node as Node & Parts;
  const of = (name: string) => evaluated(part[name] as Node, scope);
  switch (node.type) {
    case 'Identifier': {
      const name = part['value'] as string;
      return name === 'value' ? scope.value : name === 'value_json' ? scope.json : CONSTANTS[name];
    }
    case 'MemberExpression': {
      const name = part['computed'] ? of('property') : (part['property'] as Parts)['value'];
      const whole = of('object');
      return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, String(name))
        ? (whole as Parts)[String(name)]
        : undefined;
    }
    case 'FilterExpression': {
      const { name, args } = callOf(part['filter'] as Node);
      return FILTERS[name as string]!(of('operand'), ...args.map((each) => evaluated(each, scope)));
    }
    case 'CallExpression': {
      const { name, args } = callOf(node);
      const [first, ...rest] = args.map((each) => evaluated(each, scope));
      return FILTERS[name as string]!(first, ...rest);
    }
    case 'BinaryExpression': {
      const { value } = part['operator'] as { value: string };
      if (value === 'and') return isTrue(of('left')) ? of('right') : of('left');
      if (value === 'or') return isTrue(of('left')) ? of('left') : of('right');
      return BINARY[value]!(of('left'), of('right'));
    }
    case 'UnaryExpression':
      return !isTrue(of('argument'));
    case 'TestExpression':
      return TESTS[(part['test'] as Parts)['value'] as string]!(of('operand')) !== part['negate'];
    case 'Ternary':
      return isTrue(of('condition')) ? of('trueExpr') : of('falseExpr');
    case 'If':
      return (part[isTrue(of('test')) ? 'body' : 'alternate'] as readonly Node[])
        .map((each) => textOf(evaluated(each, scope)))
        .join('');
    case 'Comment':
      return undefined;
    default:
      return part['value'];
  }
}

const isTrue = (value: Value): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && Boolean(value);

function numberOr(value: Value, other: Value): Value {
  const number = typeof value === 'boolean' ? Number(value) : Number.parseFloat(textOf(value));
  return Number.isFinite(number) ? number : other;
}

const textOf = (value: Value): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
