/** Alerts as they are kept: a row for each who lives there. */
import { type Region, uuidv7 } from '@kept/kit';
import { isNo } from '@kept/service-devices';
import type { Condition } from './conditions.ts';
import type { Repositories } from './service.ts';

const SERVICE = { role: 'service' } as const;

/** One alert as one person has it. */
export interface Alert extends Condition {
  readonly id: string;
  readonly device: string;
  readonly raised: number;
  readonly cleared: number | null;
  readonly acknowledged: number | null;
}

/** Alerts of a region. */
export class Inbox {
  readonly #region: Region;
  readonly #rows: Repositories['inbox'];

  constructor(region: Region, { inbox }: Repositories) {
    this.#region = region;
    this.#rows = inbox;
  }

  /** For everybody who lives there; whom the policy, or their choice, leaves out is left out. */
  async raise(home: string, people: readonly string[], device: string, condition: Condition): Promise<string> {
    const { kind, key, value } = condition;
    const alert = uuidv7(this.#region.clock);
    const entry = { values: { 'device-log': `${kind} ${key} ${value}` }, plain: { home, device, alert, kind } };
    await Promise.all(
      people.map((person) =>
        this.#rows.append(SERVICE, person, [entry]).catch((error: unknown) => {
          if (!isNo(error)) throw error;
        }),
      ),
    );
    return alert;
  }

  /** Answers how many copies there are. */
  async mark(alert: string, what: { cleared: Date } | { acknowledged: Date; by: string }): Promise<number> {
    const rows = await this.#rows.having('alert', alert);
    for (const { owner, id } of rows) await this.#rows.setPlain(owner, id, what);
    return rows.length;
  }

  /** What is not over, by device and what it is about; read for whoever has a copy. */
  async open(home: string): Promise<Map<string, string>> {
    const rows = (await this.#rows.having('home', home)).filter(({ plain }) => plain['cleared'] === null);
    const found = new Map<string, string>();
    for (const [owner, own] of Map.groupBy(rows, (row) => row.owner)) {
      const opened = await this.#rows
        .readMany(
          SERVICE,
          owner,
          own.map(({ id }) => id),
          'device-security',
          ['device-log'],
        )
        .catch((error: unknown) => {
          if (!isNo(error)) throw error;
          return new Map<string, { 'device-log'?: string }>();
        });
      for (const { id, plain } of own) {
        const condition = conditionOf(opened.get(id)?.['device-log']);
        if (condition)
          found.set(`${plain['device'] as string} ${condition.kind} ${condition.key}`, plain['alert'] as string);
      }
    }
    return found;
  }

  /** A person’s own, the newest first. */
  async of(home: string, person: string, most: number): Promise<Alert[]> {
    const rows = (await this.#rows.rows(person)).filter(({ plain }) => plain['home'] === home);
    const newest = rows.toReversed().slice(0, most);
    const opened = await this.#rows.readMany(
      { role: 'person' },
      person,
      newest.map(({ id }) => id),
      'rights',
      ['device-log'],
    );
    return newest.flatMap(({ id, plain, createdAt }): Alert[] => {
      const condition = conditionOf(opened.get(id)?.['device-log']);
      const time = (name: string) => (plain[name] as Date | null)?.getTime() ?? null;
      return condition
        ? [
            {
              ...{ ...condition, id: plain['alert'] as string, device: plain['device'] as string },
              ...{ raised: createdAt.getTime(), cleared: time('cleared'), acknowledged: time('acknowledged') },
            },
          ]
        : [];
    });
  }
}

/** What a person has corrected into something else is none. */
function conditionOf(text: string | undefined): Condition | null {
  const [, kind, key, value] = /^(offline|battery|fault|alarm) (\S+) ?(.*)$/.exec(text ?? '') ?? [];
  return kind && key ? { kind: kind as Condition['kind'], key, value: value ?? '' } : null;
}
