package channelcert.channelmanager.availabilityblock;

/** What happens to a block. */
enum BlockEvent {
  CREATE,
  UPDATE,
  CANCEL
}
