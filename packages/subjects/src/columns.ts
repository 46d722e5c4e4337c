import type { Columns } from '@kept/db';

export const columns: Columns = {
  'subjects.person': {
    owner_id: ['id', 'the person'],
    id: ['id', 'the person, once more: rows are found by owner and id'],
    region: ['pseudonymous', 'where their data lies: a transfer is decided by it'],
    age_band: ['pseudonymous', 'coarse, never a date of birth: the rules for the young are decided by it'],
    jurisdiction: ['pseudonymous', 'whose law they may call on'],
    status: ['pseudonymous', 'whether the account is open: nothing is done for a closed one'],
    consents: ['pseudonymous', 'choices in force, by their names in the policy'],
    restricted: ['pseudonymous', 'purposes that they have stopped'],
    objected: ['pseudonymous', 'purposes that they object to'],
    joined: [
      'operational',
      'version of the policy under which they joined: what it refused stays refused until they agree',
    ],
    placed: ['operational', 'version whose jurisdictions are meant by the name'],
    shown: ['operational', 'versions of the policy under which the consents were given'],
    agreed: ['pseudonymous', 'changes of the policy that they agreed to'],
    version: ['operational', 'grows with each change, so that caches notice'],
    created_at: ['operational', 'when the row was made; the oldest day of their activity'],
    updated_at: ['operational', 'when the row was changed'],
  },
  'subjects.told': {
    owner_id: ['id', 'the person'],
    id: ['operational', 'version of the policy that they were told of'],
    channels: ['pseudonymous', 'by which ways: kinds, never an address'],
    told_at: ['operational', 'when'],
  },
  'subjects.consent_record': {
    owner_id: ['id', 'the person'],
    id: ['id', 'the record'],
    schema_version: ['operational', 'edition of ISO/IEC TS 27560 that the record follows'],
    consent: ['pseudonymous', 'what was asked, by its name in the policy'],
    purposes: ['pseudonymous', 'what it covered at the time'],
    notice: ['operational', 'hash of the policy that was shown'],
    language: ['pseudonymous', 'in which the question was shown: part of the evidence'],
    method: ['operational', 'on which page and by what act; never a value'],
    event_type: ['operational', 'kind of consent that the policy asks for'],
    event_state: ['pseudonymous', 'given or withdrawn'],
    event_at: ['pseudonymous', 'when'],
  },
};
