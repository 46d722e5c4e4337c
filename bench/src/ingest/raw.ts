/** The same broker, before rows as one would write them without Kept: a row for each point, many in one statement. */
import { Batcher } from '@kept/base';
import { type Broker, openBroker } from '@kept/broker';
import type { Pool } from '@kept/db';

const TABLE = `create table raw_points (device text not null, key text not null, at timestamptz not null, value text not null,
  primary key (device, key, at))`;

interface Told {
  readonly device: string;
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export async function openRaw(pool: Pool): Promise<Broker<string>> {
  await pool.query(TABLE);
  const batcher = new Batcher<Told, true>({ max: 500, lanes: 2 }, async (all) => {
    const rows = all.flatMap(({ device, at, values }) =>
      Object.entries(values).map(([key, value]) => [device, key, at, String(value)] as const),
    );
    await pool.query({
      name: 'raw_points',
      text: `insert into raw_points select d, k, to_timestamp(a / 1000.0), v
        from unnest($1::text[], $2::text[], $3::float8[], $4::text[]) t (d, k, a, v) on conflict do nothing`,
      values: [0, 1, 2, 3].map((column) => rows.map((row) => row[column])),
    });
    return all.map(() => true as const);
  });
  let tick = 0;
  return openBroker<string>({
    host: '127.0.0.1',
    port: 0,
    doorkeeper: {
      prove: async (name) => name,
      mountOf: (name) => `home/${name}`,
      sessionAt: async () => null,
      async received(name, topic, payload) {
        const values = JSON.parse(payload.toString('utf8')) as Record<string, unknown>;
        // So that two of one millisecond are two rows.
        const at = Date.now() + (tick++ % 1_000) / 1_000;
        await batcher.add({ device: `${name}/${topic}`, at, values });
        return 'pass';
      },
    },
  });
}
