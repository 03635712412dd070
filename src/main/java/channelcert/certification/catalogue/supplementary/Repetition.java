package channelcert.certification.catalogue.supplementary;

import channelcert.certification.stage.Stage;
import channelcert.exchange.Direction;

/** Waits for what must not come: the same booking once more. */
final class Repetition {
  private Repetition() {}

  static void watch(Stage stage, String booking) throws InterruptedException {
    stage.awaitExchange(
        Direction.CANDIDATE_TO_MEWS,
        "processGroup",
        request ->
            stage.messages().stream()
                    .filter(each -> each.operation().equals("processGroup"))
                    .filter(
                        each -> each.request().path("channelManagerId").asText().equals(booking))
                    .count()
                > 1,
        stage.observationWindow());
  }
}
