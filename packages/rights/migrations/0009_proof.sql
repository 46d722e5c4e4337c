-- breaking: no
-- data: by what whoever asked has shown, or has to show, who they are.
alter table right_request add column proof text not null default 'session';
