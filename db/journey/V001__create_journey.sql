-- Every table that grows with use starts its key with the case, so that a sharding database can spread it.

-- A partner, by its published identifier such as INT123456, or Mews itself.
create table organisation (
  id varchar(32) not null primary key,
  name varchar(200) not null
);
insert into organisation (id, name) values ('MEWS', 'Mews');

create table person (
  id varchar(64) not null primary key,
  organisation_id varchar(32) not null references organisation (id),
  -- In lower case.
  email varchar(254) not null unique,
  name varchar(200) not null,
  role varchar(32) not null,
  password_hash varchar(300) not null,
  disabled boolean not null,
  created_at timestamp with time zone not null
);
create index person_of_organisation on person (organisation_id);

-- Invitations that wait; the token is in the mail only, its hash here.
create table invitation (
  token_hash varchar(64) not null primary key,
  organisation_id varchar(32) not null references organisation (id),
  email varchar(254) not null,
  role varchar(32) not null,
  invited_by varchar(64) not null,
  expires_at timestamp with time zone not null
);

create table login_session (
  token_hash varchar(64) not null primary key,
  person_id varchar(64) not null references person (id),
  form_token varchar(64) not null,
  expires_at timestamp with time zone not null
);
create index login_session_of_person on login_session (person_id);

-- Failed log-ins of an address, counted from the first of the last minutes.
create table login_failure (
  email varchar(254) not null primary key,
  since timestamp with time zone not null,
  failures integer not null
);

-- revision grows with every change of the row, so that of two people who act at once one is told.
-- details are the technical details of the request as JSON, read and written as a whole.
create table certification_case (
  id varchar(32) not null primary key,
  organisation_id varchar(32) not null references organisation (id),
  application varchar(200) not null,
  state varchar(32) not null,
  state_since timestamp with time zone not null,
  revision bigint not null,
  attempt integer not null,
  for_many_properties boolean not null,
  pilot_property varchar(200),
  test_access_requested boolean not null,
  details text not null,
  predecessor varchar(32),
  successor varchar(32),
  recommended_by varchar(64),
  certified_at timestamp with time zone,
  pilot_agreed boolean not null,
  monitoring_since timestamp with time zone,
  healthy boolean not null,
  created_at timestamp with time zone not null
);
create index case_of_organisation on certification_case (organisation_id);
create index case_by_state on certification_case (state);

-- Registered addresses; problem is what the last probe found wrong, reached_at when it found nothing wrong.
create table case_endpoint (
  case_id varchar(32) not null references certification_case (id),
  environment varchar(16) not null,
  operation varchar(64) not null,
  address varchar(2000) not null,
  reached_at timestamp with time zone,
  problem varchar(500),
  primary key (case_id, environment, operation)
);

create table case_comment (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  person_id varchar(64) not null references person (id),
  row_code varchar(16),
  written_at timestamp with time zone not null,
  content varchar(10000) not null,
  primary key (case_id, number)
);

create table case_issue (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  attempt integer not null,
  critical boolean not null,
  content varchar(10000) not null,
  opened_by varchar(64) not null,
  opened_at timestamp with time zone not null,
  resolved_by varchar(64),
  resolved_at timestamp with time zone,
  primary key (case_id, number)
);

-- Append-only; each entry holds the hash of the one before it, so that none can be changed or dropped unseen.
create table audit_entry (
  case_id varchar(32) not null references certification_case (id),
  number bigint not null,
  at timestamp with time zone not null,
  -- Absent where the system acted.
  person_id varchar(64),
  action varchar(64) not null,
  content text not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  primary key (case_id, number)
);
