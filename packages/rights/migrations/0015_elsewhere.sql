-- breaking: no
-- data: none; how far an erasure is in each system beside Kept, by its declared name.
alter table right_request add column elsewhere jsonb not null default '[]';
