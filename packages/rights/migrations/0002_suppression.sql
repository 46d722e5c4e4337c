-- breaking: no
-- data: none
-- How much of the suppression list this database has seen done. It is put back with the database, the list is not.
create table right_suppression (
  one boolean primary key default true check (one),
  seen bigint not null
);
