package channelcert.journey.workflow;

import static channelcert.journey.workflow.CaseState.CALL_RUNNING;
import static channelcert.journey.workflow.CaseState.CALL_SCHEDULED;
import static channelcert.journey.workflow.CaseState.CERTIFIED;
import static channelcert.journey.workflow.CaseState.CONFIGURED;
import static channelcert.journey.workflow.CaseState.DRAFT;
import static channelcert.journey.workflow.CaseState.ENDPOINTS_SHARED;
import static channelcert.journey.workflow.CaseState.ERROR_TESTS;
import static channelcert.journey.workflow.CaseState.EVALUATION;
import static channelcert.journey.workflow.CaseState.FAILED;
import static channelcert.journey.workflow.CaseState.FILE_ISSUED;
import static channelcert.journey.workflow.CaseState.FILE_RETURNED;
import static channelcert.journey.workflow.CaseState.LIVE;
import static channelcert.journey.workflow.CaseState.MAPPED;
import static channelcert.journey.workflow.CaseState.MONITORING;
import static channelcert.journey.workflow.CaseState.PILOT;
import static channelcert.journey.workflow.CaseState.PRODUCTION_SETUP;
import static channelcert.journey.workflow.CaseState.PROVISIONED;
import static channelcert.journey.workflow.CaseState.RECERTIFICATION_REQUIRED;
import static channelcert.journey.workflow.CaseState.REQUESTED;
import static channelcert.journey.workflow.CaseState.RESERVATION_TESTS;
import static channelcert.journey.workflow.CaseState.SELF_TESTING;
import static channelcert.journey.workflow.CaseState.TOKEN_RETRIEVED;
import static channelcert.journey.workflow.CaseState.WITHDRAWN;
import static channelcert.journey.workflow.Role.LEAD_CERTIFIER;
import static channelcert.journey.workflow.Role.MEWS;
import static channelcert.journey.workflow.Role.PARTNER;
import static channelcert.journey.workflow.Role.PARTNER_ADMINISTRATOR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a certification case, in the order of the domain reference, 8.2: from where, to
 * where, who may, what must be true, what must be given, what it does.
 */
@SuppressWarnings("ImmutableEnumChecker") // a rule is written once, while this class is loaded
public enum Transition {
  T1(
      from(DRAFT)
          .to(REQUESTED)
          .by(PARTNER_ADMINISTRATOR)
          .called("Send the request")
          .needs(Guard.DETAILS_COMPLETE, Guard.PILOT_NAMED, Guard.TEST_ACCESS_REQUESTED)),
  T2(
      from(REQUESTED)
          .to(DRAFT)
          .aside()
          .by(MEWS)
          .called("Ask for missing information")
          .given(Input.COMMENT)),
  T3(
      from(REQUESTED)
          .to(PROVISIONED)
          .by(MEWS)
          .called("Provide the test environment")
          .does(Effect.PROVISION)),
  T4(
      from(PROVISIONED)
          .to(ENDPOINTS_SHARED)
          .by(PARTNER_ADMINISTRATOR)
          .called("Share the test endpoints")
          .needs(Guard.TEST_ENDPOINTS_WORK)),
  T5(
      from(ENDPOINTS_SHARED)
          .to(TOKEN_RETRIEVED)
          .observed("Call Get properties")
          .awaits(PARTNER)
          .needs(Guard.PROPERTIES_SEEN)),
  T6(
      from(TOKEN_RETRIEVED)
          .to(CONFIGURED)
          .observed("Call Get configuration")
          .awaits(PARTNER)
          .needs(Guard.CONFIGURATION_SEEN)),
  T7(
      from(CONFIGURED)
          .to(MAPPED)
          .by(PARTNER)
          .called("Declare the mapping complete")
          .needs(Guard.MAPPING_COMPLETE, Guard.MAPPING_LARGE_ENOUGH)
          .does(Effect.ENABLE_CONNECTION)),
  T8(
      from(MAPPED)
          .to(SELF_TESTING)
          .observed("Switch the connection on")
          .needs(Guard.CONNECTION_ENABLED)),
  T9(
      from(SELF_TESTING)
          .to(FILE_ISSUED)
          .by(PARTNER)
          .orBy(MEWS)
          .called("Report the tests as completed")
          .needs(Guard.SELF_TESTS_PASSED)
          .does(Effect.ISSUE_FILE)),
  T10(
      from(FILE_ISSUED)
          .to(FILE_RETURNED)
          .by(PARTNER_ADMINISTRATOR)
          .called("Return the certification file")
          .needs(Guard.FILE_COMPLETE)
          .does(Effect.FREEZE_FILE)),
  T11(
      from(FILE_RETURNED)
          .to(FILE_ISSUED)
          .aside()
          .by(MEWS)
          .called("Give the file back")
          .given(Input.COMMENT)
          .does(Effect.ISSUE_FILE)),
  T12(
      from(FILE_RETURNED)
          .to(CALL_SCHEDULED)
          .by(PARTNER)
          .called("Book the call")
          .given(Input.SLOT)
          .does(Effect.BOOK_CALL)),
  T13(
      from(CALL_SCHEDULED)
          .to(CALL_SCHEDULED)
          .aside()
          .by(PARTNER)
          .orBy(MEWS)
          .called("Move the call")
          .given(Input.SLOT)
          .does(Effect.BOOK_CALL)),
  T14(
      from(CALL_SCHEDULED)
          .to(CALL_RUNNING)
          .by(MEWS)
          .called("Begin the call")
          .given(Input.ATTENDEES)
          .does(Effect.START_CALL)),
  T15(
      from(CALL_RUNNING)
          .to(RESERVATION_TESTS)
          .by(MEWS)
          .called("End the call, inventory tests passed")
          .needs(Guard.INVENTORY_PASSED_IN_CALL)
          .does(Effect.END_CALL)),
  T16(
      from(CALL_RUNNING)
          .to(FAILED)
          .aside()
          .by(MEWS)
          .called("End the call, a test cannot be completed")
          .given(Input.ISSUES)
          .does(Effect.END_CALL, Effect.OPEN_ISSUES)),
  T17(
      from(RESERVATION_TESTS)
          .to(ERROR_TESTS)
          .by(MEWS)
          .called("Close the reservation tests")
          .needs(Guard.RESERVATION_TESTS_EXECUTED)),
  T18(
      from(ERROR_TESTS)
          .to(EVALUATION)
          .by(MEWS)
          .called("Close the error tests")
          .needs(Guard.ERROR_TESTS_EXECUTED)),
  T19(
      from(EVALUATION)
          .to(CERTIFIED)
          .by(LEAD_CERTIFIER)
          .called("Sign the certification")
          .needs(Guard.ALL_REQUIRED_PASSED, Guard.NO_CRITICAL_ISSUE, Guard.RECOMMENDED)
          .does(Effect.ISSUE_CERTIFICATE)),
  T20(
      from(EVALUATION)
          .to(FAILED)
          .aside()
          .by(MEWS)
          .called("Fail the certification")
          .needs(Guard.TEST_FAILED_OR_CRITICAL_ISSUE)
          .given(Input.ISSUES)
          .does(Effect.OPEN_ISSUES)),
  T21(
      from(FAILED)
          .to(SELF_TESTING)
          .by(PARTNER_ADMINISTRATOR)
          .called("Start over")
          .needs(Guard.ISSUES_RESOLVED)
          .does(Effect.NEXT_ATTEMPT)),
  T22(
      fromAllBut(LIVE, WITHDRAWN)
          .to(WITHDRAWN)
          .aside()
          .by(PARTNER_ADMINISTRATOR)
          .orBy(MEWS)
          .called("Withdraw")
          .given(Input.COMMENT)
          .does(Effect.REVOKE_TOKENS, Effect.CANCEL_CALL)),
  T23(
      from(CERTIFIED)
          .to(PRODUCTION_SETUP)
          .by(PARTNER_ADMINISTRATOR)
          .orBy(MEWS)
          .called("Set production up")
          .needs(Guard.PRODUCTION_ENDPOINTS)
          .does(Effect.ISSUE_PRODUCTION_TOKEN)),
  T24(
      from(PRODUCTION_SETUP)
          .to(PILOT)
          .by(MEWS)
          .called("Begin the pilot")
          .needs(Guard.PILOT_AGREED)
          .does(Effect.START_PILOT)),
  T25(
      from(PILOT)
          .to(MONITORING)
          .by(MEWS)
          .called("Begin monitoring")
          .needs(Guard.LIVE_ARI_ACCEPTED, Guard.LIVE_BOOKING_CONFIRMED)
          .does(Effect.START_MONITORING)),
  T26(
      from(PRODUCTION_SETUP, PILOT, MONITORING)
          .to(RECERTIFICATION_REQUIRED)
          .aside()
          .after("The six months are over")
          .needs(Guard.PILOT_TIME_OVER)
          .does(Effect.REVOKE_CERTIFICATE)),
  T27(
      from(PILOT)
          .to(PRODUCTION_SETUP)
          .aside()
          .by(MEWS)
          .called("Name another pilot property")
          .needs(Guard.PILOT_TIME_LEFT)
          .given(Input.PILOT_PROPERTY)
          .does(Effect.CHANGE_PILOT)),
  T28(
      from(MONITORING)
          .to(LIVE)
          .by(MEWS)
          .called("Release")
          .needs(Guard.MONITORING_OVER, Guard.HEALTHY)),
  T29(
      from(CERTIFIED, PRODUCTION_SETUP, PILOT, MONITORING, LIVE)
          .to(RECERTIFICATION_REQUIRED)
          .aside()
          .by(PARTNER_ADMINISTRATOR)
          .orBy(MEWS)
          .called("Announce a change")
          .given(Input.CHANGE)
          .does(Effect.REVOKE_CERTIFICATE)),
  T30(
      from(RECERTIFICATION_REQUIRED)
          .to(REQUESTED)
          .by(PARTNER_ADMINISTRATOR)
          .called("Open the re-certification")
          .needs(Guard.NO_SUCCESSOR)
          .does(Effect.OPEN_LINKED_CASE));

  private final Rule rule;

  Transition(Rule rule) {
    this.rule = rule;
  }

  public Set<CaseState> from() {
    return rule.from;
  }

  public CaseState to() {
    return rule.to;
  }

  /** Who may set it off; nobody where it is observed or timed. */
  public Set<Role> roles() {
    return rule.roles;
  }

  public Trigger trigger() {
    return rule.trigger;
  }

  /**
   * For whom a case waits until it is taken: others of {@link #roles} may take it for them, and
   * what is observed is done elsewhere. Nobody where it happens without people.
   */
  public Set<Role> actors() {
    return rule.actors;
  }

  /** Whether it leads on, and not back, aside or out. */
  public boolean leadsOn() {
    return !rule.aside;
  }

  /** What the step is called where people choose it. */
  public String label() {
    return rule.label;
  }

  public List<Guard> guards() {
    return rule.guards;
  }

  /** What the acting person gives. */
  public Optional<Input> input() {
    return Optional.ofNullable(rule.input);
  }

  public List<Effect> effects() {
    return rule.effects;
  }

  /** What is missing before the step can be done; empty when nothing is. */
  public List<String> unmet(Facts facts) {
    return rule.guards.stream().flatMap(guard -> guard.unmet(facts).stream()).toList();
  }

  /** The steps that lead out of a state, in the order of the table. */
  public static List<Transition> outOf(CaseState state) {
    return Arrays.stream(values()).filter(each -> each.from().contains(state)).toList();
  }

  /** The step that leads on from a state, as a case goes where nothing goes wrong. */
  public static Optional<Transition> onward(CaseState state) {
    return outOf(state).stream().filter(Transition::leadsOn).findFirst();
  }

  private static Rule from(CaseState... states) {
    return new Rule(Set.copyOf(Arrays.asList(states)));
  }

  private static Rule fromAllBut(CaseState... states) {
    return new Rule(Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(Arrays.asList(states)))));
  }
}
