-- breaking: no
create schema subjects;

-- Who a person is to the kernel: an opaque id and what decisions depend on. No name, no contact.
create table subjects.person (
  owner_id uuid not null,
  id uuid not null check (id = owner_id),
  region text not null,
  age_band text not null,
  jurisdiction text not null,
  status text not null check (status in ('prospective', 'active', 'closing', 'closed')),
  consents text[] not null default '{}',    -- in force now; the records say since when and how
  restricted text[] not null default '{}',  -- purposes; '*' is every purpose
  objected text[] not null default '{}',    -- purposes
  version bigint not null default 1,        -- grows with every change of this row
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id)
);

-- ISO/IEC TS 27560:2023. Append-only: a record leaves only together with its person.
create table subjects.consent_record (
  owner_id uuid not null,
  id uuid not null,
  schema_version text not null,
  consent text not null,
  purposes text[] not null,
  notice text not null,                     -- SHA-256 of the policy version that was shown, hexadecimal
  language text not null,
  method text not null,
  event_type text not null,
  event_state text not null check (event_state in ('given', 'withdrawn')),
  event_at timestamptz not null,
  primary key (owner_id, id)
);

create function subjects.append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('subjects.erasing', true) = old.owner_id::text then
    return old;
  end if;
  raise exception 'consent records are append-only' using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete on subjects.consent_record
  for each row execute function subjects.append_only();
