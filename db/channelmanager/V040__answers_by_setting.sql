-- Absent: pushes are answered as the setting of the process says.
alter table connection_mode alter column asynchronous drop not null;
