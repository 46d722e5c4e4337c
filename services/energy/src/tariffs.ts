/** Tariffs as they are kept: a copy for each who lives there. */
import { openService, type Region, type Repository } from '@kept/kit';
import { type Household, runtimeOf, SharedText, type View } from '@kept/service-devices';
import { served } from './service.ts';
import { type Tariff, tariffOf, textOf } from './tariff.ts';

const opened = new WeakMap<object, Tariffs>();

/** Of a region; the same for whoever asks. */
export function tariffsOf(region: Region): Tariffs {
  const there = opened.get(region.vault);
  if (there) return there;
  const { tariffs } = openService(served, region).place.resources as unknown as { tariffs: Repository };
  const made = new Tariffs(region, new SharedText(region, tariffs, 'device-energy'));
  opened.set(region.vault, made);
  return made;
}

export class Tariffs {
  readonly #region: Region;
  readonly #texts: SharedText;

  constructor(region: Region, texts: SharedText) {
    this.#region = region;
    this.#texts = texts;
  }

  /** That of a home that is in use stays, though nobody looks at what it costs. Answers how it ends. */
  begin(): () => Promise<void> {
    const runtime = runtimeOf(this.#region);
    const renew = async (home: string) => this.#texts.renew(await runtime.household(home));
    runtime.renewers.add(renew);
    return async () => void runtime.renewers.delete(renew);
  }

  /** As the copy of whom somebody looks at has it. */
  async of(household: Household, view: View): Promise<Tariff | null> {
    const text = await this.#texts.of(household, view);
    return text === null ? null : tariffOf(text);
  }

  set(household: Household, tariff: Tariff): Promise<void> {
    return this.#texts.set(household, textOf(tariff));
  }

  clear(household: Household): Promise<void> {
    return this.#texts.clear(household);
  }
}
