-- breaking: no
-- data: none; ids, states and counts only. Once a closure is done, its request is unlinked from the person.
create table right_request (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  code text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  unreadable_at timestamptz,
  done_at timestamptz,
  first_entry bigint not null,
  steps jsonb not null default '{}',
  counts jsonb not null default '[]',
  primary key (owner_id, id)
);
create index right_request_open on right_request (due_at) where state in ('verifying', 'running');

create table right_certificate (
  code text primary key,
  owner_id uuid not null,
  request uuid not null,
  issued_at timestamptz,
  body jsonb
);
