-- breaking: no
-- data: keys of rows in other systems and contacts of the person, sealed under a key of the run that is destroyed at its end
create table connector_run (
  request uuid primary key,
  begun_at timestamptz not null,
  ended_at timestamptz
);
create table connector_note (
  request uuid not null,
  list text not null,
  hash bytea not null check (length(hash) = 32),
  n bigint generated always as identity,
  sealed bytea not null,
  primary key (request, list, hash)
);
create index connector_note_page on connector_note (request, list, n);
create table connector_receipt (
  request uuid not null,
  collection text not null,
  treatment text not null,
  found bigint not null,
  gone bigint,
  done_at timestamptz,
  primary key (request, collection)
);
