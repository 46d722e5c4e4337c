import type { DLogger } from '@dbos-inc/dbos-sdk';

/** What happened among the jobs. No line has a value of a job, nor the message of an error that is not ours. */
export type JobsLog =
  | {
      readonly event: 'step-waits' | 'step-failed';
      readonly job: string;
      readonly step: string;
      readonly stack: string;
    }
  | { readonly event: 'taken-over' | 'replaced'; readonly executor: string }
  | { readonly event: 'library'; readonly level: 'warn' | 'error'; readonly text: string };

/** Name, code and places of an error: not its message, which may quote what it choked on. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...places].join('\n');
}

/** The library's warnings, without what it says every time. Nothing of it reaches the console. */
export function libraryLog(log: ((line: JobsLog) => void) | undefined): DLogger {
  const say = (level: 'warn' | 'error', entry: unknown): void =>
    // It logs the errors of jobs with their stacks; those are told of as steps.
    log?.({ event: 'library', level, text: entry instanceof Error ? stackOf(entry) : String(entry).split('\n')[0]! });
  return {
    info: () => {},
    debug: () => {},
    warn: (entry) => say('warn', entry),
    error: (entry) => say('error', entry),
  };
}
