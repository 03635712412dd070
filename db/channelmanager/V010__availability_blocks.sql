-- Messages about bookings and about blocks leave in one queue; reference is the code of the block where it is about one.
alter table outgoing_message add column operation varchar(50) default 'processGroup' not null;
alter table group_confirmation add column operation varchar(50) default 'processGroupConfirmation' not null;

-- Availability blocks under our own codes, made here or by Mews; content is the newest definition as JSON.
-- cancelled: whether the newest message gives the block up; status: how far that message is.
create table availability_block (
  connection_id bigint not null,
  code varchar(255) not null,
  confirmation_number varchar(255),
  own boolean not null,
  cancelled boolean not null,
  status varchar(10) not null,
  last_message_id varchar(255) not null,
  content text not null,
  primary key (connection_id, code)
);
create index availability_block_of_mews on availability_block (connection_id, confirmation_number);
