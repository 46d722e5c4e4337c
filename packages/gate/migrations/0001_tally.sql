-- breaking: no
-- data: none. How often the policy said what, by hour and recipient; of nobody in particular.
create schema gate;

create table gate.tally (
  hour timestamptz not null,
  recipient text not null,                  -- empty where the data went to no recipient
  permitted bigint not null,
  refused bigint not null,
  undecided bigint not null,
  primary key (hour, recipient)
);
