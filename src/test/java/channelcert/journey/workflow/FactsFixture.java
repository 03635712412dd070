package channelcert.journey.workflow;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cases of which nothing, or everything, is known. */
final class FactsFixture {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private FactsFixture() {}

  static Facts nothing() {
    return new Facts(
        true,
        List.of("horizon"),
        null,
        false,
        List.of("The address of updatePrices is missing."),
        false,
        false,
        List.of("FLX/DBL"),
        4,
        5,
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        List.of("partner"),
        0,
        0,
        null,
        List.of("The address of updatePrices is missing."),
        false,
        false,
        false,
        false,
        null,
        null,
        null,
        NOW);
  }

  static Facts everything() {
    Set<String> all = new HashSet<>(Rows.INVENTORY);
    all.addAll(Rows.REQUIRED_RESERVATION);
    all.addAll(Rows.ERROR);
    return new Facts(
        true,
        List.of(),
        "Canal House",
        true,
        List.of(),
        true,
        true,
        List.of(),
        5,
        5,
        true,
        all,
        all,
        all,
        List.of(),
        0,
        0,
        "carla",
        List.of(),
        true,
        true,
        true,
        true,
        NOW.minus(Facts.MONITORING),
        NOW.minus(Facts.MONITORING),
        null,
        NOW);
  }

  static Facts at(Instant certified, String now) {
    Facts all = everything();
    return new Facts(
        all.isPublic(),
        all.missingDetails(),
        all.pilotProperty(),
        all.testAccessRequested(),
        all.endpointProblems(),
        all.propertiesSeen(),
        all.configurationSeen(),
        all.unmappedPairs(),
        all.mappedCategories(),
        all.mappedRates(),
        all.connectionEnabled(),
        all.passed(),
        all.executed(),
        all.passedInCall(),
        all.missingFileFields(),
        all.openIssues(),
        all.openCriticalIssues(),
        all.recommendedBy(),
        all.productionProblems(),
        all.pilotAgreed(),
        all.liveAriAccepted(),
        all.liveBookingConfirmed(),
        all.healthy(),
        certified,
        all.monitoringSince(),
        all.successor(),
        Instant.parse(now));
  }
}
