-- Rows of an attempt that did not pass and were set aside by Mews, with the reason.
create table case_override (
  case_id varchar(32) not null references certification_case (id),
  attempt integer not null,
  code varchar(16) not null,
  person_id varchar(64) not null references person (id),
  reason varchar(10000) not null,
  overridden_at timestamp with time zone not null,
  primary key (case_id, attempt, code)
);

-- Links that show a case to whoever holds them; the token is in the link only, its hash here.
create table case_share_link (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  token_hash varchar(64) not null unique,
  with_comments boolean not null,
  created_by varchar(64) not null references person (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  primary key (case_id, number)
);

-- To whom the client token of an environment was shown; it is shown once.
create table case_secret_shown (
  case_id varchar(32) not null references certification_case (id),
  environment varchar(16) not null,
  person_id varchar(64) not null references person (id),
  shown_at timestamp with time zone not null,
  primary key (case_id, environment)
);
