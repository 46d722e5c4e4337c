/** The kernel of one region over empty databases, for a test file: what `@kept/gate/testing` opens, and a vault. */
import { atEnd } from '@kept/db/testing';
import { type TestGate, type TestGateOptions, testGate } from '@kept/gate/testing';
import type { Manifest } from '@kept/policy';
import type { SuiteName } from './suite.ts';
import { ddl, type GroupsOf, type PurposeGroups, type TableDef } from './table-def.ts';
import { openVault, type Vault } from './vault.ts';

export interface TestRegion<G extends PurposeGroups = PurposeGroups> extends TestGate {
  readonly vault: Vault<G>;
}

export interface TestRegionOptions<M extends Manifest> extends TestGateOptions<M> {
  readonly tables?: readonly TableDef[];
  readonly suite?: SuiteName;
}

/** Closed and dropped when the test file ends. */
export async function testRegion<const M extends Manifest>(
  options: TestRegionOptions<M>,
): Promise<TestRegion<GroupsOf<M>>> {
  const { tables = [], suite, ...rest } = options;
  const kept = await testGate(rest);
  for (const table of tables) await kept.pool.query(ddl(table));
  const { region, url, pool, keys, clock } = kept;
  const vault = openVault<GroupsOf<M>>({ region, url, pool, keys, clock, ...(suite && { suite }) });
  atEnd(() => vault.close());
  return { ...kept, vault };
}
