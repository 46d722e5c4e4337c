-- breaking: no
-- Who was told of which version of the policy. Leaves with the person.
create table subjects.told (
  owner_id uuid not null,
  id uuid not null,                 -- of the version
  channels text[] not null,
  told_at timestamptz not null,
  primary key (owner_id, id)
);
