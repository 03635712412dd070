-- How a connection works where it does not work as usual; no row while it does.
create table connection_mode (
  connection_id bigint primary key,
  -- Whether pushes are only accepted at first and confirmed afterwards.
  asynchronous boolean not null,
  -- Whether the next push that is confirmed afterwards fails.
  fail_next boolean not null,
  -- Kinds of pushes that are switched off in the extranet, joined by commas.
  blocked_kinds varchar(50) not null
);

-- Pairs that are mapped but not sold for the time being.
create table withheld_pair (
  connection_id bigint not null,
  rate_plan_code varchar(255) not null,
  space_type_code varchar(255) not null,
  primary key (connection_id, rate_plan_code, space_type_code)
);

-- Confirmations of pushes that were only accepted at first, without tokens; due_at is absent once they are through.
create table push_confirmation (
  connection_id bigint not null,
  kind varchar(12) not null,
  message_id varchar(255) not null,
  response_url varchar(2000) not null,
  refusals text,
  attempts integer not null,
  handled_at timestamp with time zone not null,
  due_at timestamp with time zone,
  primary key (connection_id, kind, message_id)
);

create index push_confirmation_due on push_confirmation (due_at);
