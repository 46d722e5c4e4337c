-- breaking: no
-- data: none. A leaf is opaque: a commitment or a ciphertext; a tag is a keyed hash.

create schema ledger;

-- One row is one group commit. The rows form a chain: `first` of a row is `first + count` of the row before it.
create table ledger.bundle (
  first      bigint  primary key check (first >= 0),
  count      integer not null check (count > 0),
  -- `count` times: length (2 bytes, big endian), leaf. The encoding of an entry bundle of C2SP tlog-tiles.
  leaves     bytea   not null,
  -- One for each leaf, null where it has none; null as a whole if none has.
  tags       uuid[]  check (tags is null or (array_ndims(tags) = 1 and array_lower(tags, 1) = 1 and cardinality(tags) = count)),
  -- HMAC-SHA-256 over first, count and tags: the tree covers the leaves, this covers the rest.
  seal       bytea   not null check (octet_length(seal) = 32),
  -- Signed note over the tree that ends with this row.
  checkpoint text    not null
);
-- Leaves are ciphertext and do not compress; rows of small groups stay in one piece.
alter table ledger.bundle alter column leaves set storage external;
alter table ledger.bundle set (toast_tuple_target = 8160);

-- Full tiles, written in the statement that completes them. `root` is the hash they contribute to the level above.
create table ledger.tile (
  level  smallint not null check (level >= 0),
  n      bigint   not null check (n >= 0),
  root   bytea    not null check (octet_length(root) = 32),
  hashes bytea    not null check (octet_length(hashes) = 8192),
  primary key (level, n)
);
alter table ledger.tile alter column hashes set storage external;

-- Index by tag of the leaves below `ledger.indexed.size`; those from there on are looked up in the bundles themselves.
create table ledger.tag (
  tag uuid   not null,
  idx bigint not null,
  primary key (tag, idx)
);
create table ledger.indexed (
  single boolean primary key default true check (single),
  size   bigint  not null check (size >= 0)
);
insert into ledger.indexed (size) values (0);

-- The k-th leaf (from 0) of a row, cut out here so that one leaf does not cost the transfer of all its neighbours.
create function ledger.leaf(leaves bytea, k bigint) returns bytea
language plpgsql immutable strict parallel safe as $$
declare
  -- A copy in memory: every access to a stored value would fetch it anew.
  bytes bytea := leaves || ''::bytea;
  at    integer := 0;
begin
  for i in 1..k loop
    at := at + 2 + get_byte(bytes, at) * 256 + get_byte(bytes, at + 1);
  end loop;
  return substr(bytes, at + 3, get_byte(bytes, at) * 256 + get_byte(bytes, at + 1));
end
$$;
