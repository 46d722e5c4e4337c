/** What somebody without a session has asked for, as it lies sealed until their contact is proven. */
import { AgentName, BehalfWants } from '@kept/api';
import type { Right } from '@kept/policy';
import { z } from 'zod';
import type { RightsRegion } from '../context.ts';
import { grantOf } from '../deadline.ts';
import { KINDS, ofGuardians, REQUESTED, type Requested } from '../kinds.ts';

const Asked = z.strictObject({
  right: z.enum(REQUESTED),
  note: z.string().optional(),
  agent: AgentName.optional(),
  behalf: z
    .strictObject({
      ...{ as: z.enum(['relative', 'guardian']), wants: BehalfWants },
      contact: z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string() }),
      residence: z.string(),
      field: z.string().optional(),
    })
    .optional(),
});
export type Asked = z.infer<typeof Asked>;

export const packAsked = (asked: Asked): string => JSON.stringify(asked);
export const unpackAsked = (text: string): Asked => Asked.parse(JSON.parse(text));

/** Whether a code to a contact is enough to ask for it; what takes more has a form of its own. */
export const byCode = ({ identity }: Right): boolean => identity.includes('code');

/** A right that may be asked for without signing in: for oneself, for another, or both. */
export interface Askable {
  readonly kind: Requested;
  /** Of whoever asks for themself, or as a relative. */
  readonly right?: Right;
  /** As whom somebody may ask for another, and by which right. */
  readonly behalf?: { readonly as: 'relative' | 'guardian'; readonly right: Right };
}

/** Rights that people of a jurisdiction may ask for without signing in. */
export const askable = ({ program }: RightsRegion, jurisdiction: string): Askable[] =>
  REQUESTED.flatMap((kind) => {
    const granted = grantOf(program, kind, { jurisdiction })?.right;
    const as = kind === 'deceased' ? 'relative' : 'guardian';
    const other = as === 'relative' ? granted : grantOf(program, kind, { jurisdiction, guardian: true })?.right;
    const behalf = other && behalfIn(kind, other) ? ({ as, right: other } as const) : undefined;
    const right = ofGuardians(kind) ? undefined : granted;
    return (right && byCode(right)) || behalf ? [{ kind, ...(right && { right }), ...(behalf && { behalf }) }] : [];
  });

/** As whom somebody may ask for another; undefined where nobody can. */
const behalfIn = (kind: Requested, { identity }: Right): 'relative' | 'guardian' | undefined => {
  if (kind === 'deceased') return identity.includes('kinship') ? 'relative' : undefined;
  return BehalfWants.options.some((each) => each === kind) ? 'guardian' : undefined;
};

/** Whether somebody reads what is written along with it. */
export const takesNote = (kind: Requested): boolean => KINDS[kind].decides === 'human';

/**
 * What takes the place of the second step that an account asks for, where a code to the contact is too little. Who closes
 * an account does so at once, so that nobody could look at documents before.
 */
export function insteadOfSecondStep(kind: Requested): 'code' | 'documents' | null {
  if (kind === 'closure') return null;
  return kind === 'erasure' || kind === 'copy' || kind === 'portability' ? 'documents' : 'code';
}
