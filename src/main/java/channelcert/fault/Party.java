package channelcert.fault;

/** Who hosts an operation. */
public enum Party {
  CANDIDATE,
  MEWS
}
