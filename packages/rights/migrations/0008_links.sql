-- breaking: no
-- data: none; the hash of a random link, which request it leads to, and until when.
create table right_link (
  hash bytea primary key,
  request uuid not null,
  expires_at timestamptz not null
);
create index right_link_ends on right_link (expires_at);
