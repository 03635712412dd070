-- Versions of the certification file, handed out and returned. None is ever changed, but for the mark of the one that
-- counts as returned. content is what was signed; a returned version names the one that it answers and keeps the workbook
-- as it came.
create table case_file (
  case_id varchar(32) not null references certification_case (id),
  number integer not null,
  attempt integer not null,
  answers_number integer,
  content text not null,
  signed text not null,
  workbook bytea,
  sha256 varchar(64) not null,
  person_id varchar(64),
  created_at timestamp with time zone not null,
  frozen boolean not null,
  primary key (case_id, number)
);

-- Offered times of calls, in which no case has a part until one is booked.
create table call_slot (
  id varchar(32) not null primary key,
  starts_at timestamp with time zone not null,
  offered_by varchar(64) not null references person (id),
  case_id varchar(32) references certification_case (id)
);
create index call_slot_by_time on call_slot (starts_at);

-- The call of each attempt. sequence counts the invitations that were sent, as calendars want it.
create table case_call (
  case_id varchar(32) not null references certification_case (id),
  attempt integer not null,
  slot_id varchar(32) not null,
  sequence integer not null,
  starts_at timestamp with time zone not null,
  certifier varchar(64) not null,
  state varchar(16) not null,
  attendees text not null,
  begun_at timestamp with time zone,
  extended_minutes integer not null,
  ended_at timestamp with time zone,
  protocol text not null,
  primary key (case_id, attempt)
);

create table case_certificate (
  case_id varchar(32) not null references certification_case (id),
  attempt integer not null,
  id varchar(64) not null unique,
  signed text not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_because varchar(10000),
  primary key (case_id, attempt)
);

-- Mails as they are to be sent; due is absent once nothing more is to be done. A mail about no case has an empty case. The
-- texts of an invitation, which hold a secret, are sealed, and gone once it is sent.
create table mail (
  case_id varchar(32) not null,
  id varchar(64) not null,
  template varchar(64) not null,
  recipient varchar(254) not null,
  subject varchar(500) not null,
  plain text not null,
  html text not null,
  calendar text,
  written_at timestamp with time zone not null,
  due timestamp with time zone,
  attempts integer not null,
  sent_at timestamp with time zone,
  problem varchar(1000),
  primary key (case_id, id)
);
create index mail_by_due on mail (due);
