/** Of the library's tables: what `PERSONAL` has sealed or hashed, and why the rest may stand beside it. */
import type { Columns } from '@kept/db';

type Column = Columns[string][string];

const id: Column = ['id', 'the row'];
const person: Column = ['id', 'whose it is'];
const key: Column = ['id', 'key that seals the row'];
const made: Column = ['operational', 'when the row was made'];
const changed: Column = ['operational', 'when the row was changed'];
const ends: Column = ['operational', 'when the row is of no use any more'];
const sealed = (what: string): Column => ['sealed', what];
const hash = (what: string): Column => ['hash', what];

export const columns: Columns = {
  auth_user: {
    ...{ id, key_id: key, created_at: made, updated_at: changed },
    sealed: sealed('contacts, nickname, language, residence'),
    email_verified: ['pseudonymous', 'whether the address is a person’s, or one that the library demands'],
    two_factor_enabled: ['pseudonymous', 'whether a second step is asked for'],
    email_blind: hash('of the address'),
    phone_number_blind: hash('of the number'),
  },
  auth_session: {
    ...{ id, key_id: key, created_at: made, updated_at: changed, expires_at: ends, user_id: person },
    sealed: sealed('token, address, device'),
    token_blind: hash('of the token'),
  },
  auth_account: {
    ...{ id, key_id: key, created_at: made, updated_at: changed, user_id: person },
    sealed: sealed('password, as an argon2id hash; tokens of other providers'),
    provider_id: ['operational', 'by what they sign in: a password, or which provider'],
    access_token_expires_at: ends,
    refresh_token_expires_at: ends,
    account_id_blind: hash('of their id at the provider'),
  },
  auth_verification: {
    ...{ id, key_id: key, created_at: made, updated_at: changed, expires_at: ends },
    sealed: sealed('what is to be proved, under the key of the day'),
    identifier_blind: hash('of the same'),
  },
  auth_two_factor: {
    ...{ id, key_id: key, user_id: person },
    sealed: sealed('secret, backup codes'),
    verified: ['operational', 'whether its first code was given'],
    failed_verification_count: ['operational', 'wrong codes in a row'],
    locked_until: ['operational', 'when codes are taken again'],
    backup_codes_blind: hash('of the codes left: guards against using one twice'),
  },
  auth_passkey: {
    ...{ id, key_id: key, user_id: person, created_at: made },
    sealed: sealed('name, public key, id of the credential'),
    counter: ['operational', 'uses, as the authenticator counts them'],
    device_type: ['operational', 'whether the credential can be copied'],
    backed_up: ['operational', 'whether it was'],
    credential_id_blind: hash('of the id of the credential'),
  },
  auth_rate_limit: {
    id,
    key: hash('of address and route'),
    count: ['operational', 'calls within the window'],
    last_request: ['operational', 'when the last one came'],
  },
  identity_registration: {
    id: ['id', 'the registration; later the person'],
    expires_at: ends,
    sealed: sealed('contact, residence, language, under the key of whom it may become'),
  },
  identity_code: {
    about: hash('of what the code is about'),
    code_blind: hash('of the code'),
    tries: ['operational', 'wrong tries'],
    used_at: ['operational', 'when it was used'],
    expires_at: ends,
  },
  identity_slot: {
    about: hash('of what may not happen too often'),
    slot: ['operational', 'which of so many'],
    busy_until: ['operational', 'when it is free again'],
  },
};
