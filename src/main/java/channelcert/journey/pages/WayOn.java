package channelcert.journey.pages;

import channelcert.journey.cases.CertificationCase;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Role;
import channelcert.journey.workflow.Transition;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What leads a case on, and whom it waits for.
 *
 * @param what has to be done; empty when nothing has to be
 * @param actors who do it; nobody where it happens by itself
 */
record WayOn(String what, Set<Role> actors) {
  /**
   * The way on of a case.
   *
   * @param timeOffered whether a call can be booked
   */
  static WayOn of(CertificationCase found, boolean timeOffered) {
    if (found.state() == CaseState.FILE_RETURNED && !timeOffered) {
      return new WayOn("Offer times for the call", Role.MEWS);
    }
    if (found.state() == CaseState.EVALUATION && found.recommendedBy() == null) {
      return new WayOn("Recommend the certification", Role.MEWS);
    }
    if (found.state() == CaseState.PRODUCTION_SETUP && !found.pilotAgreed()) {
      return new WayOn("Agree to the pilot", Set.of(Role.PROPERTY));
    }
    return Transition.onward(found.state())
        .map(step -> new WayOn(step.label(), step.actors()))
        .orElse(new WayOn("", Set.of()));
  }

  /** Whether it waits for a person; who recommended does not sign as well. */
  boolean waitsFor(Person person, CertificationCase found) {
    return actors.contains(person.role())
        && !(found.state() == CaseState.EVALUATION && person.id().equals(found.recommendedBy()));
  }

  /** What has to be done now and by whom. */
  String words() {
    return what.isEmpty()
        ? "Nothing has to be done now."
        : what + " – " + (actors.isEmpty() ? "happens by itself" : words(actors));
  }

  /** Roles for people. */
  static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::words).collect(Collectors.joining(" or "));
  }
}
