package channelcert.journey.pages;

import channelcert.journey.pages.view.StepView.Place;
import channelcert.journey.workflow.Facts;
import channelcert.journey.workflow.Guard;
import channelcert.journey.workflow.Transition;
import java.util.List;

/** Where people do what a step still needs. */
final class Places {
  private Places() {}

  /** The places of what is missing, each once. */
  static List<Place> of(Transition step, Facts facts, String caseId) {
    return step.guards().stream()
        .filter(guard -> !guard.unmet(facts).isEmpty())
        .flatMap(guard -> of(guard, caseId).stream())
        .distinct()
        .toList();
  }

  private static List<Place> of(Guard guard, String caseId) {
    String own = "/portal/cases/" + caseId;
    return switch (guard) {
      case DETAILS_COMPLETE, PILOT_NAMED, TEST_ACCESS_REQUESTED ->
          List.of(new Place("/portal/requests/" + caseId, "Fill the request in"));
      case TEST_ENDPOINTS_WORK -> List.of(new Place("#endpoints-test", "Go to the addresses"));
      case PRODUCTION_ENDPOINTS ->
          List.of(new Place("#endpoints-production", "Go to the addresses"));
      case MAPPING_COMPLETE, MAPPING_LARGE_ENOUGH ->
          List.of(new Place("#mapping", "Go to the mapping"));
      case SELF_TESTS_PASSED -> List.of(new Place(own + "/runs", "Run the tests"));
      case INVENTORY_PASSED_IN_CALL, RESERVATION_TESTS_EXECUTED, ERROR_TESTS_EXECUTED ->
          List.of(new Place(own + "/runs", "Go to the tests"));
      case ISSUES_RESOLVED, NO_CRITICAL_ISSUE -> List.of(new Place("#issues", "Go to the issues"));
      default -> List.of();
    };
  }
}
