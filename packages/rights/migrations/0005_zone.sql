-- breaking: no
-- data: none
-- By whose clock the day ends on which the request is due.
alter table right_request add column due_zone text not null default 'UTC';
