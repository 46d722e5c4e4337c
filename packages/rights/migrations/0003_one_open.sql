-- breaking: no
-- data: none
-- A person who asks twice at once has asked once.
create unique index right_request_one_open on right_request (owner_id, kind) where state = 'running';
