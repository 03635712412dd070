-- Bookings and blocks of a channel manager wait in one queue, because a booking may name the block that came before it.
-- The operation is the published name; channel_manager_id holds the code of the block where it is about a block.
alter table booking_message add column operation varchar(50) default 'processGroup' not null;
alter table booking_confirmation add column operation varchar(50) default 'processGroup' not null;
alter table outgoing_group add column operation varchar(50) default 'processGroup' not null;

-- Blocks; the definition is JSON, read and written as a whole.
-- connection_token, code: of the channel manager that made it; absent for a block of the property's own.
-- evaluated_at: until when releases are in the availability. release_due: the next one; absent when there is none.
create table availability_block (
  property_id varchar(64) not null,
  confirmation_number varchar(20) not null,
  connection_token varchar(200),
  code varchar(500),
  cancelled boolean not null,
  definition text not null,
  evaluated_at timestamp with time zone not null,
  release_due timestamp with time zone,
  primary key (property_id, confirmation_number)
);
create unique index availability_block_of_channel_manager on availability_block (connection_token, code);
create index availability_block_release on availability_block (release_due);

-- What bookings take from blocks, as JSON; a booking takes from one block at most.
create table block_pickup (
  property_id varchar(64) not null,
  booking varchar(64) not null,
  block_number varchar(20) not null,
  spaces text not null,
  primary key (property_id, booking)
);
create index block_pickup_of_block on block_pickup (property_id, block_number);
