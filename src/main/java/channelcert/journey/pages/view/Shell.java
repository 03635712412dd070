package channelcert.journey.pages.view;

import channelcert.journey.people.Person;
import channelcert.journey.workflow.Role;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param section which entry of the navigation is the current one
 * @param person who is logged in; absent while nobody is
 * @param formToken what every form of the page carries; empty while nobody is logged in
 * @param version of style sheet and script
 * @param development whether loopback addresses are allowed
 * @param notice what was just done; absent when nothing was
 */
public record Shell(
    String title,
    String section,
    @Nullable Person person,
    String formToken,
    String version,
    boolean development,
    @Nullable String notice) {

  /** Whether the person begins cases. */
  public boolean begins() {
    return person != null && person.role() == Role.PARTNER_ADMINISTRATOR;
  }
}
