-- Messages under way and just sent: so that one id is one message. Rows go after a day; they hold nothing personal.
create table message (
  owner_id uuid not null,
  id uuid not null,
  recipient text,
  channel text not null,
  state text not null check (state in ('sending', 'sent', 'uncertain', 'failed')),
  via text not null,
  ledger_index bigint,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
create index message_created_at on message (created_at);

-- Who has received which fields of a person, for as long as the person is held.
create table share_receipt (
  owner_id uuid not null,
  id uuid not null,
  recipient text not null,
  purpose text not null,
  fields text[] not null,
  via text not null,
  certain boolean not null,
  at timestamptz not null,
  ledger_index bigint not null,
  primary key (owner_id, id)
);

-- Messages that no provider was given, for want of credentials. `sealed` opens only with the person's key and the day's.
create table outbox (
  owner_id uuid not null,
  id uuid not null,
  channel text not null,
  recipient text,
  purpose text not null,
  fields text[] not null,
  service text not null,
  day date not null,
  created_at timestamptz not null,
  sealed bytea not null,
  primary key (owner_id, id)
);
create index outbox_created_at on outbox (created_at desc);
