/** One thing that is wrong with a manifest. */
export interface Problem {
  /** JSON pointer into the manifest: `/purposes/booking/fields/3`. */
  readonly path: string;
  /** Stable, in capitals: `POLICY_UNKNOWN_NAME`. */
  readonly code: string;
  readonly message: string;
  /** What to write instead; one sentence. */
  readonly help: string;
}

/** Takes down a problem. `path` is made of the steps from the root. */
export type Report = (path: readonly (string | number)[], code: string, message: string, help: string) => void;

/** A JSON pointer (RFC 6901). */
export const pointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
