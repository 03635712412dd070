package channelcert.journey.api;

/** Mails an invitation. */
@FunctionalInterface
public interface InvitationPost {
  /** Mails nothing: no server is configured. */
  InvitationPost NONE = (email, token) -> false;

  /**
   * Mails it.
   *
   * @param token what the invitation is accepted with; a secret
   * @return whether it will be mailed
   */
  boolean send(String email, String token);
}
