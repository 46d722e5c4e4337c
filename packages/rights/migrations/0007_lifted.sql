-- breaking: no
-- data: when a person took back a restriction or an objection.
alter table right_request add column lifted_at timestamptz;
