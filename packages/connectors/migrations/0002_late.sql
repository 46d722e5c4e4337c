-- breaking: no
-- data: which system did not answer while a person fetched a copy, and by when they are to have it; gone with the person
create table connector_late (
  id uuid primary key,
  owner_id uuid not null,
  connector text not null,
  since timestamptz not null,
  due_at timestamptz not null,
  back_at timestamptz
);
create unique index connector_late_once on connector_late (owner_id, connector) where back_at is null;
