-- breaking: no
-- data: how far an erasure is in each system: since when one is waited for, why, and when it was done; nothing of the person
create table connector_system (
  request uuid not null,
  connector text not null,
  tries int not null default 0,
  waits_since timestamptz,
  why text,
  done_at timestamptz,
  primary key (request, connector)
);
