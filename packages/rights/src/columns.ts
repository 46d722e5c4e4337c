import type { Columns } from '@kept/db';

export const columns: Columns = {
  right_request: {
    owner_id: ['id', 'who asked; once it is done, the request itself'],
    id: ['id', 'the request'],
    kind: ['pseudonymous', 'which right'],
    state: ['pseudonymous', 'how far it is'],
    code: ['operational', 'random: whoever knows it may read the certificate'],
    made_at: ['pseudonymous', 'when it was asked for'],
    due_at: ['pseudonymous', 'by when it must be answered'],
    unreadable_at: ['pseudonymous', 'when the key was gone'],
    done_at: ['pseudonymous', 'when it was answered'],
    first_entry: ['operational', 'size of the ledger at that time'],
    steps: ['operational', 'steps done, and when'],
    counts: ['operational', 'rows that went, by service; no value'],
    language: ['pseudonymous', 'in which it was asked for: that of its certificate'],
  },
  right_certificate: {
    code: ['operational', 'as in `right_request`'],
    owner_id: ['id', 'who asked; once it is done, the request itself'],
    request: ['id', 'the request'],
    issued_at: ['operational', 'when it was signed'],
    body: ['operational', 'the certificate: of nobody, by design'],
  },
  right_suppression: {
    one: ['operational', 'the one row'],
    seen: ['operational', 'length of the suppression list'],
  },
};
