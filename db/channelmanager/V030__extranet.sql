-- How far ahead and in which currency a connection sells; no currency: the one that Mews prices in.
alter table connection add column horizon_days integer default 365 not null;
alter table connection add column currency_code varchar(3);

-- Absent for messages that were stored before this column was.
alter table outgoing_message add column created_at timestamp with time zone;

-- What Mews offers for a connection, mapped or not.
create table rate_plan (
  connection_id bigint not null,
  code varchar(255) not null,
  name varchar(1000) not null,
  currency_code varchar(3) not null,
  synchronised boolean not null,
  primary key (connection_id, code)
);

create table space_category (
  connection_id bigint not null,
  code varchar(255) not null,
  name varchar(1000) not null,
  units integer not null,
  synchronised boolean not null,
  primary key (connection_id, code)
);

create table offered_pair (
  connection_id bigint not null,
  rate_plan_code varchar(255) not null,
  space_type_code varchar(255) not null,
  primary key (connection_id, rate_plan_code, space_type_code)
);

-- Hashes of the password of the extranet and of the key of the selling API.
create table extranet_secret (
  name varchar(20) primary key,
  hash varchar(500) not null,
  changed_at timestamp with time zone not null
);

-- People who are logged in, by a hash of their cookie, so that every node knows them.
create table extranet_session (
  token_hash varchar(64) primary key,
  form_token varchar(64) not null,
  expires_at timestamp with time zone not null
);

create index booking_of_channel on booking (connection_id, channel_id);
