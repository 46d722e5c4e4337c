/** A process that dies before or after one of its effects, for tests. */
/** The process is gone. */
export class Killed extends Error {}

/** Calls of these are effects; the process dies before or after the one that is numbered. */
const EFFECTS = [
  ...['record', 'restrict', 'object', 'stepDone', 'decide', 'close', 'correct', 'counted', 'remove'],
  ...['make', 'carry', 'note', 'setStatus', 'suppressOwner', 'erasePerson', 'unlinkOthers', 'finish'],
  ...['amend', 'drop'],
];
/** Parts of what is watched that have effects of their own. */
const PARTS = ['behalf', 'tellings'];

/** One process: what it touches through `watch` may be the last thing that it does. */
export function dying(at: number) {
  let seen = 0;
  let killed = false;
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name, object) as unknown;
        if (PARTS.includes(String(name))) return watch(value as object);
        if (typeof value !== 'function') return value;
        if (!EFFECTS.includes(String(name))) return value.bind(object);
        return async (...args: unknown[]) => {
          const die = (): void => {
            if (!killed && seen++ === at) {
              killed = true;
              throw new Killed();
            }
          };
          die();
          const answer = await value.apply(object, args);
          die();
          return answer;
        };
      },
    });
  return { watch, reached: () => killed };
}
