-- breaking: no
-- data: none; what is stored is sealed keys, opaque ids and keyed hashes
create schema keys;

-- One row per region. Where version and root disagree, a replacement was cut short or a backup was put back.
create table keys.tree (
  tree int generated always as identity primary key,
  region text not null unique,
  id bytea not null check (length(id) = 16),
  version bigint not null,     -- of the tree that the live root opens
  pending bigint,              -- of a replacement under way; node rows above version are its
  last bigint not null,        -- the highest version ever given out
  height smallint not null,
  leaves int not null
);

-- Nodes and entries name their tree without a foreign key: its check would cost more than the rest of adding a key.

-- Sealed nodes. `ct` is neither compressed nor moved out of line: three nodes fit in a page, so one node is one write.
create table keys.node (
  tree int not null,
  place bigint not null,
  ver bigint not null,
  free smallint not null,
  frozen boolean not null default false,
  ct bytea not null,
  primary key (tree, place, ver)
) with (autovacuum_vacuum_scale_factor = 0.02);
alter table keys.node alter column ct set storage plain;
create index node_room on keys.node (tree, free desc) where free > 0 and not frozen;

-- Which slot of which leaf holds the data key of an id.
create table keys.entry (
  tree int not null,
  id text collate "C" not null,
  leaf bigint not null,
  slot smallint not null,
  erasing bigint,              -- version of the replacement that empties the slot; 0 while none does yet
  primary key (tree, id)
);
create index entry_erasing on keys.entry (tree, erasing) where erasing is not null;

-- Who holds an identifier: one owner for each, over all regions.
create table keys.claim (
  kind text collate "C" not null,
  blind bytea not null check (length(blind) = 32),
  owner uuid not null,
  region text not null,
  primary key (kind, blind)
);
create index claim_owner on keys.claim (owner);

-- Keyed hashes of owners and identifiers that were erased.
create table keys.suppression (
  hash bytea primary key check (length(hash) = 32)
);

-- The keyring that belongs to this store, and how much of its copy of the suppression list is in the table above.
create table keys.keyring (
  one boolean primary key default true check (one),
  proof bytea not null,
  copied bigint not null default 0
);
