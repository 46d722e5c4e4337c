/** Every right of a policy as a table: where it is granted, how it is exercised, who decides, by when. */
import type { Rule } from '@kept/deadlines';
import type { Ground, Period, Program, RightKind } from '@kept/policy';
import { grantOf, regimesOf } from './deadline.ts';
import { isRequested, KINDS, ofGuardians, type StepId, stepsOf } from './kinds.ts';
import { PAGES } from './preview.ts';

/** `page`: at once, on a page of the app. `request`: a durable workflow. `contact`: by the controller's contacts. */
export type How = 'page' | 'request' | 'contact';

/** A right in one jurisdiction. Where it is not granted, the clause is the one that says that nothing else is done. */
export interface Cell {
  readonly jurisdiction: string;
  readonly granted: boolean;
  readonly clause: string;
  /** Of whom the right is, where not of everybody: people younger than this. */
  readonly below?: number;
  /** All rules that hold; the strictest counts. */
  readonly rules: readonly {
    readonly id: string;
    readonly answer: Period;
    readonly extension?: Period;
    readonly confirm?: Period;
  }[];
  /** How many grounds of refusal the policy lists. */
  readonly grounds: number;
  /** For which reasons it is asked for, any one being enough; absent where none is needed. */
  readonly reasons?: readonly (Required<Ground> & { readonly id: string })[];
  /** The name of the right in the policy; null where it is not granted. */
  readonly right: string | null;
  /** Only a guardian asks for it. */
  readonly guardian?: true;
  /** Rights of the same kind besides, of the young or of their guardians. */
  readonly besides?: readonly Omit<Cell, 'jurisdiction' | 'granted' | 'besides'>[];
}

/** One kind of right, wherever it is granted. */
export interface RightRow {
  readonly kind: RightKind;
  readonly how: How;
  readonly steps: readonly StepId[];
  /** The durable workflow that does it; null where nothing has to wait. */
  readonly workflow: 'closure' | 'right' | null;
  readonly decides: 'policy' | 'somebody' | 'two';
  readonly cells: readonly Cell[];
}

/** A row for each kind of right that the policy grants anywhere. */
export function rightsTable(program: Program): RightRow[] {
  const { manifest } = program;
  const kinds = [...new Set(Object.values(manifest.rights).map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const how = PAGES[kind] ? 'page' : isRequested(kind) ? 'request' : 'contact';
    // What only guardians ask for, everybody does on a page for themself.
    const asked = isRequested(kind) && !(how === 'page' && ofGuardians(kind)) ? kind : null;
    const { two, decides } = asked ? KINDS[asked] : { decides: how === 'page' ? 'policy' : 'human' };
    return {
      ...{ kind, how, steps: how === 'request' ? stepsOf(kind) : [] },
      workflow: asked && (asked === 'closure' ? 'closure' : 'right'),
      decides: two ? 'two' : decides === 'human' ? 'somebody' : 'policy',
      cells: Object.keys(manifest.jurisdictions).map((jurisdiction) => cellOf(program, kind, jurisdiction)),
    };
  });
}

function cellOf(program: Program, kind: RightKind, jurisdiction: string): Cell {
  const of = Object.entries(program.manifest.rights).filter(
    ([, right]) => right.kind === kind && (right.jurisdictions?.includes(jurisdiction) ?? true),
  );
  const first = grantOf(program, kind, { jurisdiction })?.id ?? of[0]?.[0];
  const said = ([id, right]: (typeof of)[number]): NonNullable<Cell['besides']>[number] => ({
    right: id,
    clause: right.clause,
    ...(right.below !== undefined && { below: right.below }),
    ...(right.identity.every((proof) => proof === 'guardianship') && { guardian: true as const }),
    rules: regimesOf(program, kind, jurisdiction, right).rules.map(ruleOf),
    grounds: right.refusalGrounds.length,
    ...(right.grounds && {
      reasons: Object.entries(right.grounds).map(([id, ground]) => ({ id, clause: right.clause, ...ground })),
    }),
  });
  const own = of.find(([id]) => id === first);
  if (!own)
    return { jurisdiction, granted: false, right: null, clause: program.manifest.otherwise, rules: [], grounds: 0 };
  const others = of.filter((each) => each !== own).map(said);
  return { jurisdiction, granted: true, ...said(own), ...(others.length > 0 && { besides: others }) };
}

const ruleOf = ({ id, answer, extension, confirm }: Rule): Cell['rules'][number] => ({
  ...{ id, answer },
  ...(extension && { extension }),
  ...(confirm && { confirm }),
});
