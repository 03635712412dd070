package channelcert.journey.api;

import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.people.Person;
import jakarta.ws.rs.core.SecurityContext;

/** Finds the case of a call, for those who may see it. */
final class Cases {
  private final CaseStore store;
  private final CaseDesk desk;

  Cases(CaseStore store, CaseDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  /**
   * The case as it stands after everything that was observed.
   *
   * @throws PortalRefusal when there is none, or none that the caller may see
   */
  CertificationCase of(SecurityContext security, String caseId) {
    Person person = Caller.person(security);
    return store
        .find(caseId)
        .filter(found -> person.maySee(found.organisationId()))
        .map(desk::observe)
        .orElseThrow(() -> PortalRefusal.notFound("There is no case " + caseId + "."));
  }

  /**
   * The case, when it is still as the caller knows it.
   *
   * @param revision what the caller decided upon
   */
  CertificationCase of(SecurityContext security, String caseId, Long revision) {
    CertificationCase found = of(security, caseId);
    if (found.revision() != revision) {
      throw PortalRefusal.conflict(
          "The case was changed meanwhile (revision %d, yours is %d); look at it again before you decide."
              .formatted(found.revision(), revision));
    }
    return found;
  }
}
