package channelcert.mews.simulation;

/** Something wrong that the simulation has to find, to show that it can. */
enum Defect {
  NONE,
  /** The receiver forgets the last night of an interval now and then. */
  A_NIGHT_IS_FORGOTTEN,
  /** The way to the receiver swallows a message now and then and says success. */
  A_MESSAGE_IS_SWALLOWED,
  /** A message arrives after the next one now and then. */
  OLD_OVERTAKES_NEW,
  /** Messages of a restarted process repeat ids, so that the receiver takes them for known. */
  AN_ID_IS_USED_TWICE
}
