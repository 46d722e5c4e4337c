import type { Columns } from '@kept/db';

export const columns: Columns = {
  'keys.tree': {
    tree: ['operational', 'number of the tree'],
    region: ['operational', 'name of the region'],
    id: ['operational', 'random, bound into every node'],
    version: ['operational', 'which the live root opens'],
    pending: ['operational', 'version of a replacement under way'],
    last: ['operational', 'the highest version given out'],
    height: ['operational', 'levels of the tree'],
    leaves: ['operational', 'how many leaves'],
  },
  'keys.node': {
    tree: ['operational', 'number of the tree'],
    place: ['operational', 'where the node stands'],
    ver: ['operational', 'version of the node'],
    free: ['operational', 'how many keys it has room for'],
    frozen: ['operational', 'whether a replacement has it'],
    ct: ['sealed', 'keys, under the key of the node above'],
  },
  'keys.entry': {
    tree: ['operational', 'number of the tree'],
    id: ['id', 'of a person, group, bucket or day'],
    leaf: ['operational', 'node that holds the key'],
    slot: ['operational', 'place in the node'],
    erasing: ['operational', 'version of the replacement that empties the slot'],
  },
  'keys.claim': {
    kind: ['operational', 'phone, email, passkey'],
    blind: ['hash', 'of the identifier'],
    owner: ['id', 'whose it is'],
    region: ['pseudonymous', 'where its holder is at home: whoever signs in is sent there'],
  },
  'keys.suppression': {
    hash: ['hash', 'of an owner or identifier that was erased'],
  },
  'keys.keyring': {
    one: ['operational', 'keeps the table to one row'],
    proof: ['hash', 'that store and keyring belong together'],
    copied: ['operational', 'how much of the list beside the roots is in `keys.suppression`'],
  },
};
