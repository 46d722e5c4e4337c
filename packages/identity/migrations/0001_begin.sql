-- Tables of the authentication library. What is personal is in `sealed`, under the key named by `key_id`; `_blind`
-- columns are keyed hashes. Written by `ddl` in src/schema.ts: a test holds this file against it, so that an update of
-- the library that brings a table or a column is noticed.

create table "auth_user" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "email_verified" boolean,
  "created_at" timestamptz,
  "updated_at" timestamptz,
  "two_factor_enabled" boolean,
  "email_blind" bytea,
  "phone_number_blind" bytea
);
create unique index "auth_user_email_blind" on "auth_user" ("email_blind");
create unique index "auth_user_phone_number_blind" on "auth_user" ("phone_number_blind");

create table "auth_session" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "expires_at" timestamptz,
  "created_at" timestamptz,
  "updated_at" timestamptz,
  "user_id" text,
  "token_blind" bytea
);
create index "auth_session_user_id" on "auth_session" ("user_id");
create unique index "auth_session_token_blind" on "auth_session" ("token_blind");

create table "auth_account" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "provider_id" text,
  "user_id" text,
  "access_token_expires_at" timestamptz,
  "refresh_token_expires_at" timestamptz,
  "created_at" timestamptz,
  "updated_at" timestamptz,
  "account_id_blind" bytea
);
create index "auth_account_user_id" on "auth_account" ("user_id");
create index "auth_account_account_id_blind" on "auth_account" ("account_id_blind");

create table "auth_verification" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "expires_at" timestamptz,
  "created_at" timestamptz,
  "updated_at" timestamptz,
  "identifier_blind" bytea
);
create index "auth_verification_identifier_blind" on "auth_verification" ("identifier_blind");

create table "auth_two_factor" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "user_id" text,
  "verified" boolean,
  "failed_verification_count" bigint,
  "locked_until" timestamptz,
  "backup_codes_blind" bytea
);
create index "auth_two_factor_user_id" on "auth_two_factor" ("user_id");
create index "auth_two_factor_backup_codes_blind" on "auth_two_factor" ("backup_codes_blind");

create table "auth_passkey" (
  id text primary key,
  key_id text not null,
  sealed bytea not null,
  "user_id" text,
  "counter" bigint,
  "device_type" text,
  "backed_up" boolean,
  "created_at" timestamptz,
  "credential_id_blind" bytea
);
create index "auth_passkey_user_id" on "auth_passkey" ("user_id");
create index "auth_passkey_credential_id_blind" on "auth_passkey" ("credential_id_blind");

create table "auth_rate_limit" (
  id text primary key,
  "key" text,
  "count" bigint,
  "last_request" bigint
);
create unique index "auth_rate_limit_key" on "auth_rate_limit" ("key");

-- People who have begun to register. The contact is sealed under their own key, which goes with them if they never confirm.
create table identity_registration (
  id uuid primary key,
  expires_at timestamptz not null,
  sealed bytea not null
);
create index identity_registration_expires_at on identity_registration (expires_at);

-- One-time codes: keyed hashes of what a code is about, and of the code.
create table identity_code (
  about bytea primary key,
  code_blind bytea not null,
  tries integer not null,
  used_at timestamptz,
  expires_at timestamptz not null
);

-- How often something may happen: a slot is taken until a time.
create table identity_slot (
  about bytea not null,
  slot integer not null,
  busy_until timestamptz not null,
  primary key (about, slot)
);
