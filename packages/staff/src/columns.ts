import type { Columns } from '@kept/db';

export const columns: Columns = {
  'staff.member': {
    id: ['pseudonymous', 'the member, as the ledger names whoever acted'],
    role: ['pseudonymous', 'what they may do: asked for with every call of the console'],
    state: ['operational', 'whether they may sign in'],
    login_blind: ['hash', 'keyed hash of the sign-in name'],
    sealed: ['sealed', 'name, sign-in name, password hash and secret of the app'],
    created_at: ['operational', 'when they were invited'],
    removed_at: ['operational', 'when their access ended'],
    failures: ['operational', 'wrong tries in a row'],
    locked_until: ['operational', 'until when no try counts'],
    last_step: ['operational', 'half minute of the last code: each counts once'],
  },
  'staff.link': {
    hash: ['hash', 'of a random token'],
    member: ['pseudonymous', 'whom it lets in'],
    expires_at: ['operational', 'when it ends'],
  },
  'staff.session': {
    hash: ['hash', 'of a random token'],
    member: ['pseudonymous', 'who is signed in'],
    expires_at: ['operational', 'when it ends'],
  },
};
