package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Later;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.Selection;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.Nights;
import java.time.Duration;
import java.util.List;

/** SUP-4: the candidate only accepts pushes at first, and confirms them afterwards. */
final class AsynchronousMode {
  private static final String SIDE = "side";
  private static final Selection ALL = Selection.pushes(PushKind.values());
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final String FAILED = "failing";

  private AsynchronousMode() {}

  static CertificationTest row() {
    return supplementary("SUP-4", "supplementary/asynchronous")
        .title("Asynchronous answers, one of them failing")
        .scenario(
            "The candidate confirms pushes of all three kinds afterwards; then it lets one fail,"
                + " and Mews sends the data again.")
        .step(AsynchronousMode::push)
        .expect("announced", "pushes announce a confirmation", WIRE, Later.announced(succeeding()))
        .expect(
            "confirmed",
            "each of them is confirmed once, with success",
            WIRE,
            Outcome.confirmed(succeeding()))
        .expect(
            "failure-reported",
            "what failed afterwards is confirmed with an error",
            WIRE,
            Later.failureReported(failing()))
        .expect(
            "sent-again",
            "Mews sends the data again, and it is confirmed",
            WIRE,
            Outcome.confirmed(failing().afterFirst()))
        .expect(
            "availability",
            "the extranet shows the pushed availability",
            READ_BACK,
            ReadBack.availability())
        .expect("prices", "the extranet shows the pushed prices", READ_BACK, ReadBack.prices(SIDE))
        .expect(
            "restrictions",
            "the extranet shows the pushed restrictions",
            READ_BACK,
            ReadBack.restrictions())
        .build();
  }

  /** What was pushed before the order to fail. */
  private static Selection succeeding() {
    return evidence -> {
      List<Message> failing = failing().of(evidence);
      return ALL.of(evidence).stream().filter(each -> !failing.contains(each)).toList();
    };
  }

  private static Selection failing() {
    return evidence -> evidence.facts().containsKey(FAILED) ? failingOf(evidence) : List.of();
  }

  /** Between the second order about answers and the one that ends it. */
  private static List<Message> failingOf(RowEvidence evidence) {
    List<Message> orders = evidence.messages(Direction.DRIVER, "chooseAnswers");
    String order = orders.size() < 2 ? "" : orders.get(1).id();
    return AVAILABILITY.pushes(evidence).stream()
        .filter(each -> !order.isEmpty() && Selection.isLater(each, order))
        .toList();
  }

  private static void push(Stage stage) throws InterruptedException {
    Messages messages = new Messages(stage);
    Nights nights = messages.nights(5);
    Extranet.chooseSide(stage, SIDE);
    stage.driver().chooseAnswers(true, false);
    try {
      stage.mews().requestFullUpdate(nights);
      stage.mews().awaitDelivered();
      stage.driver().chooseAnswers(true, true);
      stage.note(FAILED, "once");
      int units = stage.random().nextInt(1, 50);
      stage
          .mews()
          .changeAvailability(
              List.of(new AvailabilityChange(messages.pair().spaceTypeCode(), nights, units)));
      stage.awaitExchange(
          Direction.CANDIDATE_TO_MEWS,
          AVAILABILITY.confirmation(),
          request -> !request.path("success").asBoolean(true),
          SHORT);
      stage.mews().awaitDelivered();
      Extranet.read(stage, nights);
    } finally {
      stage.driver().chooseAnswers(false, false);
    }
  }
}
