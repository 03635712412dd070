-- Availability, prices and restrictions of 64 neighbouring nights of a space category or pair in one row; the decision
-- page 013 says how the nights are packed. Prices stored night by night before are not taken over: they are a copy of
-- what Mews holds, and the next full update brings them again.
create table stored_nights (
  connection_id bigint not null,
  kind varchar(12) not null,
  -- Empty for availability, which is kept by space category alone.
  rate_plan_code varchar(255) not null,
  space_type_code varchar(255) not null,
  -- Which 64 nights: days since 1 January 1970, divided by 64.
  block integer not null,
  nights bytea not null,
  primary key (connection_id, kind, rate_plan_code, space_type_code, block)
);

drop table available_night;
drop table priced_night;
drop table restricted_night;

-- Grows with every change of what is mapped or withheld: who remembers a mapping can tell whether it is still right.
alter table connection add column mapping_version bigint default 0 not null;
