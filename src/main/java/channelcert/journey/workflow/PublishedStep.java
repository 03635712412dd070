package channelcert.journey.workflow;

import java.util.EnumSet;
import java.util.Set;

/**
 * The nine steps of the published certification process, and the way into production after them
 * (page "Certification process").
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies that nobody can change
public enum PublishedStep {
  INITIATE("Initiate", "Partner", CaseState.DRAFT, CaseState.REQUESTED),
  ENDPOINTS("Create the endpoints", "Partner", CaseState.PROVISIONED),
  SHARE("Share the endpoints", "Partner", CaseState.PROVISIONED),
  CONNECTION_TOKEN("Retrieve the connection token", "Partner", CaseState.ENDPOINTS_SHARED),
  CONFIGURATION("Retrieve the configuration", "Partner", CaseState.TOKEN_RETRIEVED),
  MAPPING("Map rates and space categories", "Partner", CaseState.CONFIGURED, CaseState.MAPPED),
  TESTS("Run the tests", "Partner", CaseState.SELF_TESTING, CaseState.FAILED),
  FILE("Fill in the certification file", "Partner", CaseState.FILE_ISSUED),
  CALL(
      "Hold the call, then evaluate",
      "Partner and Mews",
      CaseState.FILE_RETURNED,
      CaseState.CALL_SCHEDULED,
      CaseState.CALL_RUNNING,
      CaseState.RESERVATION_TESTS,
      CaseState.ERROR_TESTS,
      CaseState.EVALUATION),
  PRODUCTION(
      "Go live",
      "Partner and Mews",
      CaseState.CERTIFIED,
      CaseState.PRODUCTION_SETUP,
      CaseState.PILOT,
      CaseState.MONITORING);

  private final String title;
  private final String owner;
  private final Set<CaseState> states;

  PublishedStep(String title, String owner, CaseState first, CaseState... more) {
    this.title = title;
    this.owner = owner;
    this.states = Set.copyOf(EnumSet.of(first, more));
  }

  public String title() {
    return title;
  }

  /** Who does the most of it. */
  public String owner() {
    return owner;
  }

  /** The states in which this step is worked on. */
  public Set<CaseState> states() {
    return states;
  }

  /**
   * How far a case is with this step.
   *
   * @param state where the case stands
   * @param endpointsCreated whether the four mandatory test endpoints are registered
   */
  public Progress progress(CaseState state, boolean endpointsCreated) {
    if (state == CaseState.LIVE || state == CaseState.RECERTIFICATION_REQUIRED) {
      return Progress.DONE;
    }
    if (state == CaseState.PROVISIONED && (this == ENDPOINTS || this == SHARE)) {
      return this == SHARE
          ? endpointsCreated ? Progress.CURRENT : Progress.OPEN
          : endpointsCreated ? Progress.DONE : Progress.CURRENT;
    }
    if (states.contains(state)) {
      return Progress.CURRENT;
    }
    return state != CaseState.WITHDRAWN && compareTo(stepOf(state)) < 0
        ? Progress.DONE
        : Progress.OPEN;
  }

  private static PublishedStep stepOf(CaseState state) {
    for (PublishedStep step : values()) {
      if (step.states.contains(state)) {
        return step;
      }
    }
    throw new IllegalArgumentException(state + " belongs to no step");
  }

  /** How far a case is with a step. */
  public enum Progress {
    OPEN,
    CURRENT,
    DONE
  }
}
