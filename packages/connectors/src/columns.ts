import type { Columns } from '@kept/db';

export const columns: Columns = {
  connector_run: {
    request: ['id', 'the request that is carried out'],
    begun_at: ['operational', 'since when'],
    ended_at: ['operational', 'when the last row was gone'],
  },
  connector_late: {
    id: ['id', 'what is waited for'],
    owner_id: ['id', 'the person'],
    connector: ['operational', 'by its declared name'],
    since: ['operational', 'when it did not answer'],
    due_at: ['operational', 'by when the person is to have what it holds'],
    back_at: ['operational', 'when it answered'],
  },
  connector_system: {
    request: ['id', 'the request'],
    connector: ['operational', 'by its declared name'],
    tries: ['operational', 'how often it was tried in vain'],
    waits_since: ['operational', 'since when it is waited for'],
    why: ['operational', 'code of what it is waited for'],
    done_at: ['operational', 'when nothing was left in it'],
  },
  connector_note: {
    request: ['id', 'the request'],
    list: ['operational', 'collection and field by their declared names'],
    hash: ['hash', 'of what is sealed, under the key of the run: each once'],
    n: ['operational', 'order'],
    sealed: ['sealed', 'a value that finds rows, or the key of one; under a key that goes when the run ends'],
  },
  connector_receipt: {
    request: ['id', 'the request'],
    collection: ['operational', 'by its declared name'],
    treatment: ['operational', 'deleted, masked or kept'],
    found: ['pseudonymous', 'how many rows were found'],
    gone: ['pseudonymous', 'how many of them were erased and looked for again'],
    done_at: ['operational', 'when'],
  },
};
