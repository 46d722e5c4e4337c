import type { Item } from '@kept/api';
import type { Life } from '../../ui/life-line.tsx';

/** An item as its life line shows it. */
export const lifeOf = (item: Item): Life => ({
  collectedAt: item.collectedAt,
  uses: item.uses.marks,
  shares: item.shared.map(({ name, count, last }) => ({ name, count, last })),
  expiresAt: item.expires.at,
});
