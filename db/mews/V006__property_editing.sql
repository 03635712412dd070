-- A deleted connection stays, so that its last notification leaves and its tokens are answered with code 3.
alter table connection add column deleted boolean default false not null;
alter table connection add column receives_dependent_rates boolean default false not null;

-- Client tokens that open a connection; the newest one is also in the connection.
create table client_token (
  connection_token varchar(200) not null references connection (token),
  token varchar(200) not null,
  primary key (connection_token, token)
);
create index client_token_by_token on client_token (token);
insert into client_token (connection_token, token) select token, token_towards_mews from connection;

-- How often something of the type happened since the first one that waits; what happens during a call is sent once more.
alter table change_notification add column revision integer default 0 not null;

-- When a notice is mailed next; absent once it was sent or given up.
alter table notice add column mail_due timestamp with time zone;
alter table notice add column mail_attempts integer default 0 not null;
create index notice_by_mail_due on notice (mail_due);

-- What a person of an age category pays, in percent of the price; no row, no prices by age.
create table age_price (
  property_id varchar(64) not null references property (id),
  age_category_code varchar(32) not null,
  percent numeric(9, 4) not null,
  primary key (property_id, age_category_code)
);

-- Rates whose prices follow from those of a base rate.
create table dependent_rate (
  property_id varchar(64) not null references property (id),
  rate_plan_code varchar(100) not null,
  base_rate_plan_code varchar(100) not null,
  primary key (property_id, rate_plan_code)
);

create table rate_adjustment (
  property_id varchar(64) not null references property (id),
  rate_plan_code varchar(100) not null,
  sort_order integer not null,
  start_date date,
  end_date date,
  relative_percent numeric(9, 4) not null,
  absolute_amount numeric(18, 2) not null,
  primary key (property_id, rate_plan_code, sort_order)
);
