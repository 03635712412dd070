package channelcert.journey.people;

import channelcert.journey.workflow.Role;

/**
 * Somebody who may log in.
 *
 * @param organisationId the partner, or {@link #MEWS}
 */
public record Person(String id, String organisationId, String email, String name, Role role) {
  /** The organisation of the people of Mews. */
  public static final String MEWS = "MEWS";

  /** Whether the person may see what belongs to an organisation. */
  public boolean maySee(String organisation) {
    return role.isMews() || organisationId.equals(organisation);
  }
}
