-- What a case has at the Mews side, for each environment one connection, or one for each space. Tokens are sealed;
-- their hashes find the case that a message belongs to.
create table case_connection (
  case_id varchar(32) not null references certification_case (id),
  environment varchar(16) not null,
  number integer not null,
  property_id varchar(64) not null,
  employee_email varchar(254) not null,
  -- Empty for a connection of everything.
  space_type_code varchar(100) not null,
  connection_hash varchar(64) not null unique,
  connection_sealed varchar(1000) not null,
  client_hash varchar(64) not null,
  client_sealed varchar(1000) not null,
  revoked boolean not null,
  primary key (case_id, environment, number)
);
create index case_connection_by_client on case_connection (client_hash);

-- What was seen on the wire, once for each connection and kind.
create table case_observation (
  case_id varchar(32) not null references certification_case (id),
  environment varchar(16) not null,
  number integer not null,
  kind varchar(32) not null,
  seen_at timestamp with time zone not null,
  primary key (case_id, environment, number, kind)
);

-- The configuration as it was answered last, and what the partner says to have mapped, both as JSON.
create table case_mapping (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  snapshot text,
  snapshot_at timestamp with time zone,
  declared text,
  declared_at timestamp with time zone,
  primary key (case_id, number)
);

-- Certification runs; verdict is absent while a run goes on, interrupted runs have none either.
create table case_run (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  attempt integer not null,
  during_call boolean not null,
  state varchar(16) not null,
  seed bigint not null,
  codes varchar(500) not null,
  started_by varchar(64) not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  verdict varchar(20),
  problem varchar(2000),
  primary key (case_id, number)
);

-- The rows of a run; result is the row as in report.json.
create table case_run_row (
  case_id varchar(32) not null references certification_case (id),
  run_number integer not null,
  code varchar(16) not null,
  verdict varchar(20) not null,
  result text not null,
  primary key (case_id, run_number, code)
);

-- The exchanges of a run, masked.
create table case_exchange (
  case_id varchar(32) not null references certification_case (id),
  run_number integer not null,
  number integer not null,
  direction varchar(20) not null,
  operation varchar(64) not null,
  started_at timestamp with time zone not null,
  duration_millis bigint not null,
  status integer not null,
  content text not null,
  primary key (case_id, run_number, number)
);
