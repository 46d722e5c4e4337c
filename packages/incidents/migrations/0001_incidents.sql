-- breaking: no
-- data: none but ids. What happened is told in sentences that name nobody; whom it reached is a row that leaves with them.
create schema incidents;

-- In one database of the deployment.
create table incidents.incident (
  id uuid primary key,
  state text not null check (state in ('suspected', 'tracing', 'traced', 'telling', 'told', 'closed', 'dismissed')),
  drill boolean not null,                  -- nobody is told
  critical boolean not null,               -- of what the law counts as critical infrastructure
  sought json not null,                    -- which uses of data are in question: names of the policy, times, an actor's id
  noticed_at timestamptz not null,         -- when the controller became aware: what the clocks begin with
  opened_at timestamptz not null,
  opened_by uuid not null,
  parts json not null default '{}',        -- what people are told, by part and language
  traced_at timestamptz,
  telling_at timestamptz,
  told_at timestamptz,
  announced boolean not null default false,
  ended_at timestamptz,
  ended_by uuid,
  lessons text
);

create table incidents.traced (
  incident uuid not null references incidents.incident on delete cascade,
  region text not null,
  looked bigint not null default 0,        -- entries of the log gone through so far
  of bigint not null default 0,
  decisions bigint,
  unreadable bigint,
  people int,
  fields text[],
  jurisdictions json,                      -- people by jurisdiction
  primary key (incident, region)
);

create table incidents.report (
  incident uuid not null references incidents.incident on delete cascade,
  authority text not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null,
  reference text not null,
  primary key (incident, authority)
);

-- In every region.
create table incidents.reached (
  owner_id uuid not null,
  id uuid not null,                        -- of the incident
  fields text[] not null,
  entries int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  channels text[],
  told_at timestamptz,
  primary key (owner_id, id),
  -- Leaves with the person.
  foreign key (owner_id, owner_id) references subjects.person (owner_id, id) on delete cascade
);
create index reached_of on incidents.reached (id, owner_id);
