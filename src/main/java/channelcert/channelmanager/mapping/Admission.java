package channelcert.channelmanager.mapping;

/** Whether a message may be worked on. */
public sealed interface Admission {
  /** It may, for this connection. */
  record Admitted(Connection connection) implements Admission {}

  /** It may not; its content was not looked at. */
  record Refused(Refusal refusal) implements Admission {}
}
