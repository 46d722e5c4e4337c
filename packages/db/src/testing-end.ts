/**
 * What a test file leaves, cleared when it ends. `afterAll` says nothing and does nothing where it is called from inside
 * `beforeAll`, as helpers are, and a worker that goes on to the next file loads a helper only once.
 */
const endings: (() => unknown)[] = [];

/** To be done when the test file ends, the last first; may be called at any time. */
export function atEnd(ending: () => unknown): void {
  endings.push(ending);
}

/** Called by `test/each.ts` after every file. All are done, whichever fail; the first failure is thrown. */
export async function endFile(): Promise<void> {
  const failures: unknown[] = [];
  for (let ending = endings.pop(); ending; ending = endings.pop()) {
    try {
      await ending();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
