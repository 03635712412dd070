package channelcert.mews.misbehaviour;

/** Whose operation is called. */
public enum Towards {
  /** An operation that Mews hosts (M-01 to M-12). */
  MEWS,
  /** An operation that the channel manager hosts (C-01 to C-08). */
  CHANNEL_MANAGER
}
