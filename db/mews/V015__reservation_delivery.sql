-- Whether bookings of the channel manager are taken.
alter table connection add column takes_reservations boolean default true not null;

-- When a mail server took the mail about a notice.
alter table notice add column mailed_at timestamp with time zone;
