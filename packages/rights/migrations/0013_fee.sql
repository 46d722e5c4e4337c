-- breaking: no
-- data: none; a sum that was asked for, by which sign-in of staff, and what became of it.
alter table right_request add column fee jsonb;
