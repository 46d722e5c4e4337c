/** What is personal of a member, sealed under a key that is destroyed with their access. */

import type { RegionKeys } from '@kept/keys';
import { openBlob, sealBlob } from '@kept/vault';

export interface Profile {
  readonly name: string;
  readonly login?: string;
  /** Argon2id. */
  readonly password?: string;
  /** Base32, of the authenticator app. */
  readonly secret?: string;
  /** Of an app that has not proved itself. */
  readonly proposed?: string;
}

export interface Profiles {
  /** Makes the key where there is none. */
  found(id: string, profile: Profile): Promise<Buffer>;
  seal(id: string, profile: Profile): Promise<Buffer>;
  /** Null once its key is gone. */
  open(id: string, sealed: Buffer | null): Promise<Profile | null>;
  destroy(id: string): Promise<void>;
}

const keyOf = (id: string): string => `staff:${id}`;

export function openProfiles(keys: RegionKeys): Profiles {
  const context = (id: string): string => `${keys.region}/staff.member/${id}`;
  const seal = async (id: string, profile: Profile): Promise<Buffer> => {
    const plain = Buffer.from(JSON.stringify(profile));
    try {
      return await sealBlob(keys, keyOf(id), context(id), plain);
    } finally {
      plain.fill(0);
    }
  };
  return {
    seal,
    async found(id, profile) {
      await keys.put([keyOf(id)]);
      return seal(id, profile);
    },
    async open(id, sealed) {
      if (sealed === null) return null;
      try {
        const plain = await openBlob(keys, keyOf(id), context(id), sealed);
        const profile = JSON.parse(plain.toString()) as Profile;
        plain.fill(0);
        return profile;
      } catch (error) {
        if ((error as { code?: string }).code === 'KEYS_NO_KEY') return null;
        throw error;
      }
    },
    destroy: (id) => keys.erase([keyOf(id)]),
  };
}
