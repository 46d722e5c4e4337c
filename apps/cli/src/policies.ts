/** The policies that commands are about. */
import { existsSync, readFileSync } from 'node:fs';
import { Misuse } from '@kept/base';
import { compile, LANGUAGES, type Lang, type Manifest, type Program } from '@kept/policy';
import { POLICIES } from '@kept/server';

/** Throws CLI_POLICY_UNKNOWN. */
export function found(id: string): Manifest {
  const manifest = POLICIES.find((each) => each.id === id);
  if (!manifest)
    throw new Misuse('CLI_POLICY_UNKNOWN', 'there is no such policy', {
      help: `one of: ${POLICIES.map((each) => each.id).join(', ')}`,
    });
  return manifest;
}

/** Throws CLI_LANGUAGE. */
export function language(name: string): Lang {
  const lang = LANGUAGES.find((each) => each === name);
  if (!lang) throw new Misuse('CLI_LANGUAGE', `--lang is one of ${LANGUAGES.join(', ')}`);
  return lang;
}

/**
 * A policy by its id, or a draft by the file that holds its manifest as JSON (what `kept policy show ID --json` prints).
 * Throws CLI_POLICY_UNKNOWN, CLI_POLICY_FILE, POLICY_INVALID.
 */
export function programOf(idOrFile: string): Program {
  if (!idOrFile.endsWith('.json') || !existsSync(idOrFile)) return compile(found(idOrFile));
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(idOrFile, 'utf8'));
  } catch {
    throw new Misuse('CLI_POLICY_FILE', 'this file holds no JSON', {
      help: 'start from what `kept policy show ID --json` prints',
    });
  }
  return compile(manifest as Manifest);
}
