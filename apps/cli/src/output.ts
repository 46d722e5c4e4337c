/** What every command prints with: sentences for people, one JSON value with `--json`. */
import { KeptError } from '@kept/base';

/** Exit codes of every command: done, wrong (settings, input, a check that failed), used wrongly. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

export const say = (line = ''): void => void process.stdout.write(`${line}\n`);
export const warn = (line: string): void => void process.stderr.write(`${line}\n`);
export const json = (value: unknown): void => say(JSON.stringify(value));

/** One sentence, then the way out. Never a stack: those who debug set NODE_DEBUG. */
export function complain(error: unknown): number {
  if (error instanceof KeptError) {
    warn(`kept: ${error.message}`);
    if (error.help) warn(`      ${error.help}`);
    return EXIT.failed;
  }
  warn(`kept: something went wrong on our side (${error instanceof Error ? error.name : typeof error})`);
  if (process.env['NODE_DEBUG']?.includes('kept')) warn(String(error instanceof Error ? error.stack : error));
  return EXIT.failed;
}

/** Columns as wide as their widest cell; CJK characters count two. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(width(title), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell + ' '.repeat(widths[i]! - width(cell)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((n) => '─'.repeat(n)).join('  '), ...rows.map(line)].join('\n');
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const width = (text: string): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** A line that is written over while work goes on; on a pipe, one line per step. */
export function progress(): { step(text: string): void; done(text?: string): void } {
  const live = process.stderr.isTTY === true;
  const started = performance.now();
  return {
    step: (text) => void process.stderr.write(live ? `\r\x1b[2K  … ${text}` : `  … ${text}\n`),
    done: (text) => {
      if (live) process.stderr.write('\r\x1b[2K');
      if (text) warn(`  ✓ ${text} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    },
  };
}
