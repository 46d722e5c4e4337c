-- breaking: no
-- data: none; ids of the policy, of held items and of operators' sign-ins, states and times.
alter table right_request
  add column about jsonb not null default '{}',
  add column about_hash text not null default '',
  add column decision jsonb,
  add column was_at timestamptz,
  add column reminded text;
-- Who asks twice for the same has asked once; for something else, again.
drop index right_request_one_open;
create unique index right_request_one_open on right_request (owner_id, kind, about_hash) where state = 'running';
create index right_request_id on right_request (id);
