package channelcert.journey.pages;

import channelcert.journey.people.Person;
import channelcert.journey.workflow.Role;
import org.jspecify.annotations.Nullable;

/** Invites somebody, with the rules of the API. */
@FunctionalInterface
public interface Invites {
  /** What came of it. */
  sealed interface Outcome {}

  /**
   * The invitation waits.
   *
   * @param link to hand over; absent when it was mailed
   */
  record Sent(@Nullable String link) implements Outcome {}

  /**
   * It was not sent.
   *
   * @param field what is wrong; absent when it is not a field
   */
  record Refused(@Nullable String field, String message) implements Outcome {}

  Outcome invite(Person by, String organisationId, String email, Role role);
}
