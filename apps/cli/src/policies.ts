/** The policies that commands are about. */
import { Misuse } from '@kept/base';
import { LANGUAGES, type Lang, type Manifest } from '@kept/policy';
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
