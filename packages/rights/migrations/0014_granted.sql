-- breaking: no
-- data: none; the name of a right in the policy, and by which message of an agent a request came.
alter table right_request
  -- Of several rights of one kind, the one that was granted to whoever asked.
  add column granted text,
  add column asked uuid;
create index right_request_asked on right_request (asked) where asked is not null;
