/** A right as the policy has it, wherever it is granted. */
import type { Right } from '@kept/policy';
import type { RightsRegion } from './context.ts';

/** The right as the policy grants it, wherever; for its label, clause and grounds. */
export const rightOf = ({ program }: RightsRegion, kind: string): Right | undefined =>
  Object.values(program.manifest.rights).find((right) => right.kind === kind);

export const clauseOf = (region: RightsRegion, kind: string): string =>
  rightOf(region, kind)?.clause ?? region.program.manifest.otherwise;
