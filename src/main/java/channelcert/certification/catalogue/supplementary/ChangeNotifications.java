package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Connections;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.contract.driver.MappedPair;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.InventoryKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** SUP-9: Mews says that something changed; the candidate looks what. */
final class ChangeNotifications {
  private static final String NOTIFICATION = "changeNotificaton";
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final String NOT_REGISTERED = "not-registered";

  private ChangeNotifications() {}

  static CertificationTest row() {
    return supplementary("SUP-9", "supplementary/change-notifications")
        .title("Change notification for each trigger")
        .scenario(
            "A connection is created, enabled, changed and disabled; Mews notifies the candidate,"
                + " which fetches the configuration again.")
        .step(ChangeNotifications::change)
        .expect(
            "created",
            "the notification of a created connection is answered in the published form",
            WIRE,
            offered(Transport.holds(created())))
        .expect("enabled", "the notification of an enabled connection is taken", WIRE, notified(2))
        .expect("changed", "the notification of a changed mapping is taken", WIRE, notified(1))
        .expect(
            "fetched",
            "the candidate fetches the configuration after a change",
            WIRE,
            offered(Connections.asksAgain(NOTIFICATION)))
        .expect("disabled", "the notification of a disabled connection is taken", WIRE, notified(3))
        .build();
  }

  private static Check notified(int type) {
    return offered(Connections.notified(NOTIFICATION, type));
  }

  /** Its token is new to the candidate, so that a refusal is as good as success. */
  private static Selection created() {
    return evidence ->
        Selection.calls(NOTIFICATION).of(evidence).stream()
            .filter(each -> each.request().path("type").asInt(-1) == 0)
            .toList();
  }

  private static Check offered(Check check) {
    return Probes.unlessSetAside(NOT_REGISTERED, check);
  }

  private static void change(Stage stage) throws InterruptedException {
    if (!stage.probe().isRegistered(NOTIFICATION)) {
      stage.note(NOT_REGISTERED, "the candidate registered no address for change notifications");
      return;
    }
    try (OtherConnection other = stage.connectAnother()) {
      other.mews().enable(Set.of(InventoryKind.AVAILABILITY));
      other.mews().discardPending();
      await(stage, 2);
      other
          .driver()
          .replaceInventory(
              stage.mews().pairs().stream()
                  .skip(1)
                  .map(each -> new MappedPair(each.ratePlanCode(), each.spaceTypeCode()))
                  .toList());
      await(stage, 1);
      stage.awaitExchange(
          Direction.CANDIDATE_TO_MEWS, "getConfiguration", request -> isFetched(stage), SHORT);
    }
    await(stage, 3);
  }

  /** Whether the configuration was asked for after the notification of the change. */
  private static boolean isFetched(Stage stage) {
    List<Message> messages = stage.messages();
    return messages.stream()
        .filter(each -> each.operation().equals(NOTIFICATION))
        .filter(each -> each.request().path("type").asInt(-1) == 1)
        .findFirst()
        .filter(
            note ->
                messages.stream()
                    .filter(each -> each.operation().equals("getConfiguration"))
                    .anyMatch(each -> Selection.isLater(each, note.id())))
        .isPresent();
  }

  private static void await(Stage stage, int type) throws InterruptedException {
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        NOTIFICATION,
        request -> request.path("type").asInt(-1) == type);
  }
}
