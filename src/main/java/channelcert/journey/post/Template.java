package channelcert.journey.post;

import static channelcert.journey.post.Template.To.MEWS;
import static channelcert.journey.post.Template.To.PARTNER;
import static channelcert.journey.post.Template.To.PROPERTY;

import channelcert.journey.workflow.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails of the published process: at which step, to whom, what is said, what to do next. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are written once
enum Template {
  REQUEST(
      Transition.T1,
      "{application} asks for a certification",
      "{partner} has sent the request for {application}: technical details, pilot property,"
          + " test property and client token.",
      "Look at the request and provide the test environment, or ask for what is missing.",
      MEWS),
  REQUEST_INCOMPLETE(
      Transition.T2,
      "{application}: information is missing",
      "The request for {application} cannot be taken on yet.",
      "Complete the request and send it again.",
      PARTNER),
  TEST_ENVIRONMENT(
      Transition.T3,
      "{application}: your test environment is ready",
      "A test property, its user and a demo client token are there for {application}. The token is"
          + " shown once in the portal, never in a mail.",
      "Create the test endpoints, register them in the portal and call Get properties.",
      PARTNER),
  ENDPOINTS(
      Transition.T4,
      "{application} shares its test endpoints",
      "{partner} has registered the test endpoints of {application}; all were reached.",
      "Nothing, unless the partner asks.",
      MEWS),
  FILE_ISSUED(
      Transition.T9,
      "{application}: the certification file",
      "The tests of {application} are reported as completed. The certification file is filled in as"
          + " far as the evidence goes.",
      "Fill in the yellow cells and return the file in the portal.",
      PARTNER),
  FILE_RETURNED(
      Transition.T10,
      "{application} returns the certification file",
      "{partner} has returned the certification file of {application}.",
      "Look at it; give it back where it is incomplete, and see to it that times for a call are"
          + " offered.",
      MEWS),
  FILE_INCOMPLETE(
      Transition.T11,
      "{application}: the certification file comes back",
      "The certification file of {application} is incomplete.",
      "Complete it and return it again; what was filled in is kept.",
      PARTNER),
  CALL_BOOKED(
      Transition.T12,
      "{application}: the certification call is booked",
      "The call takes 90 minutes; the invitation is attached.",
      "Be there with somebody who can act in the extranet.",
      PARTNER,
      MEWS),
  CALL_MOVED(
      Transition.T13,
      "{application}: the certification call has moved",
      "The call has another time; the invitation is attached and replaces the one before.",
      "Look at the new time.",
      PARTNER,
      MEWS),
  CALL_PASSED(
      Transition.T15,
      "{application}: the call is over, inventory tests passed",
      "INV-1 to INV-6 of {application} passed in the call.",
      "Run the reservation tests; Mews reviews them.",
      PARTNER),
  CALL_FAILED(
      Transition.T16,
      "{application}: a test of the call could not be completed",
      "The call of {application} is over; what has to be mended is listed as issues in the portal.",
      "Mend it, mark the issues resolved and start over.",
      PARTNER),
  RESERVATIONS_CLOSED(
      Transition.T17,
      "{application}: reservation tests reviewed",
      "The reservation tests of {application} were reviewed.",
      "Run the error tests and attach the list of system errors.",
      PARTNER),
  ERRORS_CLOSED(
      Transition.T18,
      "{application} is to be evaluated",
      "All tests of {application} were executed.",
      "Recommend the certification or fail it; two people sign off.",
      MEWS),
  CERTIFIED(
      Transition.T19,
      "{application} is certified",
      "{application} passed every required test. The certificate stands in the portal, for anybody"
          + " to verify.",
      "Register production endpoints; the pilot has to be completed within six months.",
      PARTNER,
      PROPERTY),
  FAILED(
      Transition.T20,
      "{application}: the certification failed",
      "{application} did not pass; what has to be mended is listed as issues in the portal.",
      "Mend it, mark the issues resolved and start over. Environment, tokens, endpoints and mapping"
          + " stay.",
      PARTNER),
  STARTED_OVER(
      Transition.T21,
      "{application} starts over",
      "{partner} has resolved the issues of {application} and begins another attempt.",
      "Nothing, until the file is returned.",
      MEWS),
  WITHDRAWN(
      Transition.T22,
      "{application}: the certification is withdrawn",
      "The certification of {application} has ended and its tokens are revoked.",
      "Nothing.",
      PARTNER,
      MEWS),
  PRODUCTION(
      Transition.T23,
      "{application}: production is set up",
      "The production endpoints of {application} are registered and a production client token was"
          + " issued. It is shown once in the portal, never in a mail.",
      "The pilot property agrees, then Mews begins the pilot.",
      PARTNER,
      PROPERTY,
      MEWS),
  PILOT(
      Transition.T24,
      "{application}: the pilot begins",
      "The connection of {application} is switched on at the pilot property {pilot}.",
      "Send inventory and a first booking.",
      PARTNER,
      PROPERTY),
  MONITORING(
      Transition.T25,
      "{application}: monitoring begins",
      "Live inventory and a live booking of {application} were seen. The connection is watched for"
          + " 28 days.",
      "Keep an eye on errors.",
      PARTNER,
      PROPERTY),
  PILOT_OVER(
      Transition.T26,
      "{application} has to be certified again",
      "The pilot of {application} was not completed within six months; the certificate is revoked.",
      "Open the re-certification.",
      PARTNER,
      MEWS),
  OTHER_PILOT(
      Transition.T27,
      "{application}: another pilot property",
      "Another pilot property was named for {application}.",
      "The pilot property has to agree.",
      PARTNER),
  LIVE(
      Transition.T28,
      "{application} is live",
      "Monitoring of {application} is over; it is released to other properties.",
      "Announce a change before features are added or changed significantly.",
      PARTNER,
      PROPERTY),
  CHANGE(
      Transition.T29,
      "{application} has to be certified again",
      "A change of {application} was announced; the certificate is revoked.",
      "Open the re-certification.",
      PARTNER,
      MEWS),
  RECERTIFICATION(
      Transition.T30,
      "{application} asks for a re-certification",
      "{partner} has opened the re-certification of {application}.",
      "Look at the request.",
      MEWS),
  INVITATION(
      null,
      "You are invited to the certification portal",
      "You are invited to the certification portal. The invitation is for you alone and ends after"
          + " a week.",
      "Open the address below and choose a password.");

  /** Who gets a mail. */
  enum To {
    PARTNER,
    PROPERTY,
    MEWS
  }

  private final @Nullable Transition step;
  private final String subject;
  private final String text;
  private final String next;
  private final List<To> to;

  Template(@Nullable Transition step, String subject, String text, String next, To... to) {
    this.step = step;
    this.subject = subject;
    this.text = text;
    this.next = next;
    this.to = List.of(to);
  }

  static Optional<Template> of(Transition step) {
    return Arrays.stream(values()).filter(each -> each.step == step).findFirst();
  }

  String subject() {
    return subject;
  }

  String text() {
    return text;
  }

  /** What the recipient is to do. */
  String next() {
    return next;
  }

  List<To> to() {
    return to;
  }
}
