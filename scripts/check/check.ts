import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, type Tree } from './tree.ts';

export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

export interface Output {
  readonly path: string;
  readonly text: string;
}

/** One rule of the house, or one family of them; one file each. */
export interface Check {
  readonly name: string;
  /** What it looked at, for the reader: `412 files`. */
  readonly scope: (tree: Tree) => string;
  readonly validate: (tree: Tree) => Promise<readonly Problem[]> | readonly Problem[];
  /** Files that this check owns; `--fix` writes them, otherwise they are compared. */
  readonly generate?: (tree: Tree) => Promise<readonly Output[]> | readonly Output[];
  /** Repairs what a tool can repair. */
  readonly fix?: () => Promise<void>;
}

/** Runs an installed tool at the root and answers what it printed, whatever its exit code. */
export function tool(
  name: string,
  args: readonly string[],
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((done, failed) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', name), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', failed);
    child.on('close', (status) => done({ status: status ?? 1, stdout, stderr }));
  });
}

/** A tool that failed without a problem to show has not checked anything. */
export const broken = (
  name: string,
  { status, stdout, stderr }: { status: number; stdout: string; stderr: string },
): Problem => ({
  path: name,
  message: `ended with ${status} and no report: ${(stderr || stdout).trim().slice(0, 500)}`,
});
