-- Pictures of a property; of one of its categories where a code is given.
create table image (
  property_id varchar(64) not null references property (id),
  sort_order integer not null,
  space_type_code varchar(100),
  image_type integer not null,
  url varchar(2000) not null,
  primary key (property_id, sort_order)
);

-- What cancelling costs, by rate plan: a fee, and a share of the price of the nights, of all of them where none are given.
-- moment_shift is written as the published offset: -1DT0H0M is a day earlier.
create table cancellation_policy (
  property_id varchar(64) not null references property (id),
  rate_plan_code varchar(100) not null,
  sort_order integer not null,
  applicability integer not null,
  moment_shift varchar(40),
  fee numeric(18, 2) not null,
  price_share numeric(9, 4) not null,
  nights integer,
  primary key (property_id, rate_plan_code, sort_order)
);
