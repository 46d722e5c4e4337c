import type { Columns } from '@kept/db';

export const columns: Columns = {
  message: {
    owner_id: ['id', 'whom the message was about'],
    id: ['id', 'the message: sent once under it'],
    recipient: ['operational', 'party of the policy that carries it'],
    channel: ['operational', 'sms or email'],
    state: ['operational', 'how far it is'],
    via: ['operational', 'adapter that took it'],
    ledger_index: ['operational', 'entry that says so'],
    created_at: ['operational', 'when it was begun; the row goes a day later'],
  },
  share_receipt: {
    owner_id: ['id', 'whose data it was'],
    id: ['id', 'the message'],
    recipient: ['pseudonymous', 'who received something: the person may ask, and is told'],
    purpose: ['pseudonymous', 'for what'],
    fields: ['pseudonymous', 'which fields, by name; no value'],
    via: ['operational', 'adapter that took it'],
    certain: ['operational', 'whether the recipient said that it arrived'],
    at: ['pseudonymous', 'when'],
    ledger_index: ['operational', 'entry that says so'],
  },
  outbox: {
    owner_id: ['id', 'whom the message is about'],
    id: ['id', 'the message'],
    channel: ['operational', 'sms or email'],
    recipient: ['operational', 'party of the policy that would carry it'],
    purpose: ['pseudonymous', 'for what'],
    fields: ['pseudonymous', 'which fields are in it, by name; no value'],
    service: ['operational', 'who asked for it'],
    day: ['operational', 'whose key, with the person’s, seals it'],
    created_at: ['operational', 'when; the row goes a day later'],
    sealed: ['sealed', 'address and text, under the keys of the person and the day'],
  },
};
