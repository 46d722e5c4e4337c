/** What the account desk holds about people, as the rights walk it. It lies in the tables of the authentication library. */
import { FieldNotHeld, type Holding, itemId, type Region } from '@kept/kit';

const SERVICE = 'account';

/** Check values and secrets: of them it is said that they are there, nobody can read them back. */
const UNREADABLE = new Set(['account-password', 'second-step-secret', 'second-step-backup-codes']);

const PARTS = [
  { resource: 'sign-in', collection: 'registration', fields: ['account-phone', 'account-email', 'account-password'] },
  { resource: 'sessions', collection: 'session', fields: ['session-address', 'session-device'] },
  {
    resource: 'second-steps',
    collection: 'second-step',
    fields: ['second-step-secret', 'second-step-backup-codes', 'second-step-passkey'],
  },
] as const;

export const accountHoldings = (region: Region): readonly Holding[] => PARTS.map((part) => holdingOf(region, part));

function holdingOf({ identity }: Region, { resource, collection, fields }: (typeof PARTS)[number]): Holding {
  const within: readonly string[] = fields;
  const held = async (owner: string) => (await identity.held(owner)).filter(({ field }) => within.includes(field));
  return {
    ...{ service: SERVICE, resource, collection, fields },
    // A contact is changed by proving the new one, a password by the old one: each on its own page.
    correctable: [],
    readable: (field) => !UNREADABLE.has(field),
    items: async (owner) =>
      (await held(owner)).map(({ field, since }) => ({
        ...{ id: itemId(SERVICE, resource, owner, field), service: SERVICE, resource, row: owner, collection, field },
        collectedAt: since,
      })),
    async open(permit) {
      const values = await identity.values(await permit);
      return Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]),
      );
    },
    async correct(_permit, _row, values) {
      throw new FieldNotHeld(Object.keys(values)[0] ?? resource);
    },
    async remove(owner) {
      const rows = (await held(owner)).length;
      // One sweep takes all parts; after the first the others find nothing.
      if (rows > 0) await identity.removePerson(owner);
      return rows;
    },
  };
}
