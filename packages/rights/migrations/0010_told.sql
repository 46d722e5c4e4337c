-- breaking: no
-- data: which recipient is told of which request; by what it knows the person lies sealed until it has answered.
create table right_telling (
  id uuid primary key,
  request uuid not null,
  recipient text not null,
  kind text not null,
  way text not null check (way in ('opendsr', 'letter')),
  state text not null check (state in ('noted', 'told', 'answered', 'declined')),
  fields text[] not null,
  regulation text not null,
  made_at timestamptz not null,
  told_at timestamptz,
  answered_at timestamptz,
  expected_at timestamptz,
  tries int not null default 0,
  trouble text,
  proof jsonb,
  sealed bytea,
  unique (request, recipient)
);
create index right_telling_open on right_telling (made_at) where state in ('noted', 'told');
