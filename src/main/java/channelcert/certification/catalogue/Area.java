package channelcert.certification.catalogue;

/** What rows must not use at the same time, because one would spoil what the other looks at. */
public enum Area {
  AVAILABILITY,
  PRICES,
  RESTRICTIONS,
  /** Whether the connection is on and the candidate answers as usual. */
  CONNECTION
}
