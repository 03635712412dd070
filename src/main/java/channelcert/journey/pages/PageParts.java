package channelcert.journey.pages;

import channelcert.journey.audit.AuditStore;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.KnownFacts;
import channelcert.journey.cases.RemarkDesk;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.environment.Access;
import channelcert.journey.environment.Mappings;
import channelcert.journey.environment.SecretDesk;
import channelcert.journey.file.OverrideDesk;
import channelcert.journey.live.RunDesk;
import channelcert.journey.live.RunFolders;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.run.RunStore;
import channelcert.journey.share.ShareDesk;
import java.time.Clock;

/**
 * What the pages work with: the desks of the API.
 *
 * @param invites invites as the API does
 * @param development whether loopback addresses are allowed
 */
public record PageParts(
    Accounts accounts,
    PersonStore people,
    Invites invites,
    CaseStore cases,
    CaseDesk desk,
    KnownFacts known,
    Endpoints endpoints,
    Mappings mappings,
    RemarkDesk remarkDesk,
    RemarkStore remarks,
    AuditStore audit,
    OverrideDesk overrides,
    SecretDesk secrets,
    Access access,
    ShareDesk shares,
    RunDesk runs,
    RunStore runStore,
    RunFolders folders,
    Papers papers,
    boolean development,
    Clock clock) {

  /** The case as it stands after everything that was observed; 404 when the person sees none. */
  CertificationCase caseOf(Person person, String id) {
    return cases
        .find(id)
        .filter(found -> person.maySee(found.organisationId()))
        .map(desk::observe)
        .orElseThrow(() -> Refusal.of(404, "There is no case " + id + "."));
  }
}
