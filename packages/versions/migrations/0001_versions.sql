-- breaking: no
create schema policy;

-- Every version of the policy that this deployment ever had or is about to have. The manifest stands here itself, so that
-- any process can decide by a version that its program does not carry.
create table policy.version (
  id uuid primary key,
  hash text not null unique,               -- SHA-256 of the manifest's canonical JSON, hexadecimal
  manifest json not null,                  -- in its own order: notices tell the clauses in it
  state text not null check (state in ('draft', 'reviewed', 'notified', 'published', 'discarded')),
  drafted_at timestamptz not null,
  reviewed_at timestamptz,
  notified_at timestamptz,                 -- when everybody concerned had been told
  wanted_at timestamptz,                   -- from when it is to hold, at the earliest
  effective_at timestamptz,                -- from when it holds
  check ((state = 'published') = (effective_at is not null))
);
