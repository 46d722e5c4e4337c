import { describe, expect, test } from 'vitest';
import type { Service } from '../service.ts';
import { RULES } from './rules.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';
import type { Sample, Trial } from './trial.ts';

export interface ConformanceOptions extends StageOptions {
  /** What the libraries of the service hold; without it, it holds nothing but its resources. */
  readonly sample?: (stage: Stage) => Promise<Sample>;
  /** Parts of requests that are bounded by nothing but the size of a body, and why. */
  readonly unbounded?: Trial['unbounded'];
}

const PATIENCE_MS = 240_000;

/**
 * Holds a service to all rules, a test for each. A test file of the service calls it once:
 *
 *     conformance(service);
 */
export function conformance(service: Service, { sample, unbounded, ...options }: ConformanceOptions = {}): void {
  describe(`the service \`${service.declaration.name}\` conforms`, async () => {
    const stage = await openStage(service, options);
    const trial: Trial = {
      ...{ stage, service, unbounded: unbounded ?? {} },
      ...(sample && { sample: () => sample(stage) }),
    };
    for (const { name, faults } of RULES)
      test(name, { timeout: PATIENCE_MS }, async () => expect(await faults(trial)).toEqual([]));
  });
}
