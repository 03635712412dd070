-- Processes that push to channel managers; each is alive until the end of its lease, by the clock of the database.
create table push_node (
  id varchar(64) not null primary key,
  alive_until timestamp with time zone not null
);

-- One kind on one connection, where one message is in flight at a time. Something waits while marked differs from
-- planned. The owner works on it; epoch grows with every claim, so that a former owner can do nothing any more.
-- An accepted message whose confirmation has not come is awaited, until a moment that is absent once it has passed.
create table push_lane (
  connection_token varchar(200) not null,
  kind varchar(16) not null,
  marked bigint not null,
  planned bigint not null,
  held boolean not null,
  failures integer not null,
  not_before timestamp with time zone,
  owner varchar(64),
  epoch bigint not null,
  awaited_message varchar(100),
  awaited_until timestamp with time zone,
  primary key (connection_token, kind)
);
insert into push_lane (connection_token, kind, marked, planned, held, failures, epoch)
  select distinct connection_token, kind, 1, 0, false, 0, 0 from pending_nights;
drop table push_pause;

-- The message that these nights left in, while its confirmation is awaited.
alter table pending_nights add column message_id varchar(100);

-- What came of a message at once; absent while it is on its way.
alter table push_message add column items integer default 0 not null;
alter table push_message add column finished_at timestamp with time zone;
alter table push_message add column result varchar(2000);
