package channelcert.journey.people;

/**
 * A session that was just begun.
 *
 * @param token the secret of the session, known to its holder alone
 */
public record NewLogin(String token, Login login) {
  /** Without the token. */
  @Override
  public String toString() {
    return "New" + login;
  }
}
