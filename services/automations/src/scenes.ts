/** Scenes: states of devices under one name, which a person or an automation brings about at once. */
import type { KeptError } from '@kept/kit';
import { commanded, type Runtime } from '@kept/service-devices';
import { SceneConfig, type Scene as Shown } from './api/scenes.ts';
import { textOf } from './rules.ts';
import { read, type Setting, type Settings } from './settings.ts';

/** A scene as it is used. */
export interface Scene extends Omit<Setting, 'text' | 'active'> {
  readonly config: SceneConfig;
}

export class Scenes {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Those of a home, the oldest first. */
  async of(home: string): Promise<Scene[]> {
    const all = (await this.#settings.ofHome('scene', home)).flatMap(sceneOf);
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  async find(home: string, id: string): Promise<Scene | undefined> {
    return (await this.of(home)).find((scene) => scene.id === id);
  }

  async save({ id, home, author, config }: Omit<Scene, 'armed'>): Promise<Scene> {
    const given = { id, home, author, active: true, text: textOf(config) };
    return { id, home, author, config, armed: await this.#settings.keep('scene', given) };
  }

  remove(scene: Scene): Promise<void> {
    return this.#settings.remove(scene);
  }
}

/** What a person has corrected into something else is none. */
function sceneOf({ id, home, author, armed, text }: Setting): Scene[] {
  const config = SceneConfig.safeParse(read(text));
  return config.success ? [{ id, home, author, armed, config: config.data }] : [];
}

export interface Brought {
  readonly device: string;
  /** Null where it was sent; else why not. */
  readonly code: string | null;
}

/** By somebody’s hand: with the grants of that person, whoever made the scene. What one device refuses, the others do. */
export function bringAbout(runtime: Runtime, { home, config }: Scene, person: string): Promise<Brought[]> {
  return Promise.all(
    config.states.map(async ({ device_id: device, data: values }) => {
      try {
        await commanded(runtime, { home, device, person, values });
        return { device, code: null };
      } catch (error) {
        const { code } = error as Partial<KeptError>;
        if (code === undefined) throw error;
        return { device, code };
      }
    }),
  );
}

export const shown = ({ id, author, config }: Scene, me: string): Shown => ({ id, mine: author === me, config });
