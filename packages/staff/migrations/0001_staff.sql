-- breaking: no
create schema staff;

-- Whoever works the console. Name, sign-in name, password and app secret are in the sealed value, under a key of the
-- member's own that goes with them; what they did stays in the ledger under the id.
create table staff.member (
  id uuid primary key,
  role text not null check (role in ('owner', 'officer', 'agent', 'auditor')),
  state text not null check (state in ('invited', 'active', 'removed')),
  login_blind bytea unique,
  sealed bytea,
  created_at timestamptz not null,
  removed_at timestamptz,
  failures int not null default 0,
  locked_until timestamptz,
  last_step bigint not null default 0,       -- of the app: a code counts once
  check ((state = 'removed') = (sealed is null)),
  check (state <> 'removed' or login_blind is null)
);

-- There is one owner, who comes in by the link that is printed at start.
create unique index member_owner on staff.member ((true)) where role = 'owner' and state <> 'removed';

create table staff.link (
  hash bytea primary key,                    -- SHA-256 of 24 random bytes
  member uuid not null references staff.member,
  expires_at timestamptz not null
);

create table staff.session (
  hash bytea primary key,                    -- SHA-256 of 32 random bytes
  member uuid not null references staff.member,
  expires_at timestamptz not null
);
create index session_member on staff.session (member);
