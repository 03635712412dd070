package channelcert.journey.workflow;

import static channelcert.journey.workflow.Rows.ERROR;
import static channelcert.journey.workflow.Rows.INVENTORY;
import static channelcert.journey.workflow.Rows.REQUIRED_RESERVATION;
import static channelcert.journey.workflow.Rows.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What has to be true before a transition; judged from facts alone. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
public enum Guard {
  DETAILS_COMPLETE(
      "technical details complete",
      facts -> list("Fill in the technical details that are missing: ", facts.missingDetails())),
  PILOT_NAMED(
      "pilot property named (public integrations)",
      facts ->
          unless(
              !facts.isPublic() || facts.pilotProperty() != null,
              "Name the pilot property; a public integration needs one.")),
  TEST_ACCESS_REQUESTED(
      "test property and token requested",
      facts ->
          unless(facts.testAccessRequested(), "Ask for a test property and a demo client token.")),
  TEST_ENDPOINTS_WORK(
      "four test endpoints: HTTPS, distinct, not production hosts, reached",
      facts -> list("", facts.endpointProblems())),
  PROPERTIES_SEEN(
      "Get properties observed with the test connection",
      facts ->
          unless(
              facts.propertiesSeen(),
              "Call getProperties with your client token and the e-mail address of the test"
                  + " user.")),
  CONFIGURATION_SEEN(
      "Get configuration observed for the test connection",
      facts ->
          unless(
              facts.configurationSeen(),
              "Call getConfiguration with the token of the test connection.")),
  MAPPING_COMPLETE(
      "every inventory mapping of the snapshot is mapped",
      facts -> list("Map these pairs as well: ", facts.unmappedPairs())),
  MAPPING_LARGE_ENOUGH(
      "at least 5 categories and 5 rates",
      facts ->
          unless(
              facts.mappedCategories() >= Facts.LEAST_MAPPED
                  && facts.mappedRates() >= Facts.LEAST_MAPPED,
              "Map at least 5 space categories and 5 rates; now "
                  + facts.mappedCategories()
                  + " categories and "
                  + facts.mappedRates()
                  + " rates are mapped.")),
  CONNECTION_ENABLED(
      "operations of the connection enabled",
      facts ->
          unless(
              facts.connectionEnabled(), "The operations of the test connection are still off.")),
  SELF_TESTS_PASSED(
      "all required INV and RES tests passed once in this attempt",
      facts -> {
        List<String> wanted = new ArrayList<>(INVENTORY);
        wanted.addAll(REQUIRED_RESERVATION);
        return list("These tests have not passed yet: ", missing(wanted, facts.passed()));
      }),
  FILE_COMPLETE(
      "all mandatory fields of the file filled in",
      facts -> list("Fill in these fields of the certification file: ", facts.missingFileFields())),
  INVENTORY_PASSED_IN_CALL(
      "INV-1 to INV-6 passed in the call",
      facts ->
          list(
              "These tests have not passed in the call: ",
              missing(INVENTORY, facts.passedInCall()))),
  RESERVATION_TESTS_EXECUTED(
      "RES tests executed, passed or failed",
      facts ->
          list(
              "These tests have not been executed: ",
              missing(REQUIRED_RESERVATION, facts.executed()))),
  ERROR_TESTS_EXECUTED(
      "ERR tests executed, passed or failed",
      facts -> list("These tests have not been executed: ", missing(ERROR, facts.executed()))),
  ALL_REQUIRED_PASSED(
      "every required test passed in this attempt",
      facts -> list("These required tests have not passed: ", notPassed(facts))),
  NO_CRITICAL_ISSUE(
      "no critical issue open",
      facts ->
          unless(
              facts.openCriticalIssues() == 0,
              facts.openCriticalIssues() + " critical issues are open.")),
  RECOMMENDED(
      "recommended by a certifier",
      facts ->
          unless(
              facts.recommendedBy() != null,
              "Two people sign off: a certifier has to recommend the certification first.")),
  TEST_FAILED_OR_CRITICAL_ISSUE(
      "a required test failed or a critical issue",
      facts ->
          unless(
              !notPassed(facts).isEmpty() || facts.openCriticalIssues() > 0,
              "Every required test passed and no critical issue is open; certify, or open an"
                  + " issue.")),
  ISSUES_RESOLVED(
      "all issues marked resolved",
      facts ->
          unless(
              facts.openIssues() == 0,
              facts.openIssues() + " issues are open; mark each resolved once it is.")),
  PRODUCTION_ENDPOINTS(
      "production endpoints: HTTPS, unique, different from test",
      facts -> list("", facts.productionProblems())),
  PILOT_AGREED(
      "pilot property agrees and its connection is on",
      facts ->
          unless(
              facts.pilotAgreed(),
              facts.isPublic()
                  ? "The pilot property has to agree first."
                  : "The enterprise's own properties have to agree first.")),
  LIVE_ARI_ACCEPTED(
      "first ARI accepted",
      facts -> unless(facts.liveAriAccepted(), "No live inventory update has been accepted yet.")),
  LIVE_BOOKING_CONFIRMED(
      "first live booking confirmed",
      facts -> unless(facts.liveBookingConfirmed(), "No live booking has been confirmed yet.")),
  PILOT_TIME_OVER(
      "six months since certified without a completed pilot",
      facts -> unless(facts.pilotTimeIsOver(), "The six months are not over.")),
  PILOT_TIME_LEFT(
      "time left of the six months",
      facts -> unless(!facts.pilotTimeIsOver(), "The six months for the pilot are over.")),
  MONITORING_OVER(
      "monitoring period over",
      facts -> unless(facts.monitoringIsOver(), "The 28 days of monitoring are not over.")),
  HEALTHY(
      "health criteria met",
      facts ->
          unless(facts.healthy(), "The monitored connection does not meet its health criteria.")),
  NO_SUCCESSOR(
      "no new case opened yet",
      facts ->
          unless(
              facts.successor() == null,
              "The re-certification is open already, as case " + facts.successor() + "."));

  private final String words;
  private final Function<Facts, List<String>> unmet;

  Guard(String words, Function<Facts, List<String>> unmet) {
    this.words = words;
    this.unmet = unmet;
  }

  /** The guard for people. */
  public String words() {
    return words;
  }

  /** What is missing and what to do next, in sentences; none when the guard is met. */
  public List<String> unmet(Facts facts) {
    return unmet.apply(facts);
  }

  private static List<String> notPassed(Facts facts) {
    List<String> wanted = new ArrayList<>(INVENTORY);
    wanted.addAll(REQUIRED_RESERVATION);
    wanted.addAll(ERROR);
    return missing(wanted, facts.passed());
  }

  private static List<String> list(String words, List<String> missing) {
    if (missing.isEmpty() || words.isEmpty()) {
      return missing;
    }
    return List.of(words + String.join(", ", missing) + ".");
  }

  private static List<String> unless(boolean met, String words) {
    return met ? List.of() : List.of(words);
  }
}
