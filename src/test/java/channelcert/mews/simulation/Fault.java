package channelcert.mews.simulation;

/** What can become of one message. */
enum Fault {
  NONE,
  REFUSED,
  LOST_BEFORE,
  LOST_AFTER,
  LATE,
  DUPLICATED,
  ASYNCHRONOUS,
  GARBAGE,
  OWN_FAULT,
  CRASH_BEFORE,
  CRASH_AFTER
}
