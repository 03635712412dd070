package channelcert.journey.cases;

import channelcert.journey.workflow.Facts;
import java.time.Clock;
import java.util.List;

/** Brings together what is stored of a case and what was seen of it. */
public final class KnownFacts {
  private final Endpoints endpoints;
  private final RemarkStore remarks;
  private final Observer observer;
  private final Clock clock;

  public KnownFacts(Endpoints endpoints, RemarkStore remarks, Observer observer, Clock clock) {
    this.endpoints = endpoints;
    this.remarks = remarks;
    this.observer = observer;
    this.clock = clock;
  }

  /** Everything that guards look at. */
  public Facts of(CertificationCase found) {
    Observed seen = observer.of(found);
    List<Remark.Issue> open =
        remarks.issues(found.id()).stream().filter(Remark.Issue::isOpen).toList();
    return new Facts(
        found.forManyProperties(),
        Details.of(found.details()).missing(),
        found.pilotProperty(),
        found.testAccessRequested(),
        endpoints.problems(found.id(), Environment.TEST),
        seen.propertiesSeen(),
        seen.configurationSeen(),
        seen.unmappedPairs(),
        seen.mappedCategories(),
        seen.mappedRates(),
        seen.connectionEnabled(),
        seen.passed(),
        seen.executed(),
        seen.passedInCall(),
        seen.missingFileFields(),
        open.size(),
        (int) open.stream().filter(Remark.Issue::critical).count(),
        found.recommendedBy(),
        endpoints.problems(found.id(), Environment.PRODUCTION),
        found.pilotAgreed(),
        seen.liveAriAccepted(),
        seen.liveBookingConfirmed(),
        found.healthy(),
        found.certifiedAt(),
        found.monitoringSince(),
        found.successor(),
        clock.instant());
  }

  /** Whether the four mandatory test endpoints are registered. */
  public boolean endpointsCreated(CertificationCase found) {
    return endpoints.areCreated(found.id());
  }
}
