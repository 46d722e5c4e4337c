import type { Columns } from '@kept/db';

export const columns: Columns = {
  'ledger.bundle': {
    first: ['operational', 'index of its first leaf'],
    count: ['operational', 'how many leaves'],
    leaves: ['sealed', 'ciphertext, under the key of whomever each is about'],
    tags: ['hash', 'keyed and changed daily: a person’s own entries are found by them'],
    seal: ['hash', 'over first, count and tags, so that a change of them shows'],
    checkpoint: ['operational', 'size and root of the tree, signed'],
  },
  'ledger.tile': {
    level: ['operational', 'height in the tree'],
    n: ['operational', 'place in its level'],
    root: ['operational', 'hash over hashes of ciphertext'],
    hashes: ['operational', 'hashes of ciphertext'],
  },
  'ledger.tag': {
    tag: ['hash', 'as in `ledger.bundle`'],
    idx: ['operational', 'index of a leaf'],
  },
  'ledger.indexed': {
    single: ['operational', 'keeps the table to one row'],
    size: ['operational', 'how far the index reaches'],
  },
};
