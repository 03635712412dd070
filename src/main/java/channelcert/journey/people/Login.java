package channelcert.journey.people;

import java.time.Instant;

/**
 * Somebody who is logged in.
 *
 * @param formToken has to come with every change that is sent with the cookie of the session
 */
public record Login(Person person, String formToken, Instant expiresAt) {
  /** Without the token. */
  @Override
  public String toString() {
    return "Login[" + person.id() + "]";
  }
}
