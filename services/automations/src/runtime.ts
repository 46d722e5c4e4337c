import { openService, type Region } from '@kept/kit';
import { Engine } from './engine.ts';
import { type Repositories, served } from './service.ts';

const opened = new WeakMap<object, Engine>();

/** The engine of a region; the same for whoever asks. */
export function engineOf(region: Region): Engine {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Engine(region, openService(served, region).place.resources as unknown as Repositories);
  opened.set(region.vault, made);
  return made;
}
