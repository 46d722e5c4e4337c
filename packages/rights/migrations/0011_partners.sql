-- breaking: no
-- data: none; which program of another party asked for what under which id of its own, and where it became a request.
create table right_partner_request (
  id uuid primary key,
  protocol text not null check (protocol in ('opendsr', 'drp')),
  sender text not null,
  theirs text not null,
  digest bytea not null,
  kind text not null,
  received_at timestamptz not null,
  proof uuid,
  proof_until timestamptz,
  region text,
  request uuid,
  ended text,
  callback text,
  unique (protocol, sender, theirs)
);
create index right_partner_request_proof on right_partner_request (proof) where proof is not null;
create table right_partner_token (
  hash bytea primary key,
  agent text not null,
  made_at timestamptz not null
);
-- Messages that were taken, until they are over by themselves: each counts once.
create table right_partner_seen (
  hash bytea primary key,
  expires_at timestamptz not null
);
