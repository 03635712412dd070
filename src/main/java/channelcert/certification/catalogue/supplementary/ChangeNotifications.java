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
import channelcert.exchange.Direction;
import channelcert.exchange.Masking;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectionEditing;
import channelcert.mews.property.Mapped;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** SUP-9: Mews says that something changed, for each documented trigger; the candidate looks. */
final class ChangeNotifications {
  private static final String NOTIFICATION = "changeNotificaton";
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final String NOT_REGISTERED = "not-registered";
  private static final int CREATED = 0;
  private static final int UPDATED = 1;
  private static final int ACTIVATED = 2;
  private static final int DEACTIVATED = 3;
  private static final int DELETED = 4;

  private ChangeNotifications() {}

  static CertificationTest row() {
    return supplementary("SUP-9", "supplementary/change-notifications")
        .title("Change notification for each trigger")
        .scenario(
            "A connection is created, enabled, changed in each way that is told, disabled and"
                + " deleted; Mews notifies the candidate every time, which fetches the"
                + " configuration again.")
        .step(ChangeNotifications::perform)
        .expect(
            "created",
            "the notification of a created connection is answered in the published form",
            WIRE,
            offered(Transport.holds(created())))
        .expect(
            "enabled", "the notification of an enabled connection is taken", WIRE, taken("enabled"))
        .expect(
            "space-added",
            "the notification of a space added to a mapped category is taken",
            WIRE,
            taken("space-added"))
        .expect(
            "category-unsynchronised",
            "the notification of an unsynchronised category is taken",
            WIRE,
            taken("category-unsynchronised"))
        .expect(
            "rate-unmapped",
            "the notification of an unmapped rate is taken",
            WIRE,
            taken("rate-unmapped"))
        .expect(
            "rate-mapped", "the notification of a mapped rate is taken", WIRE, taken("rate-mapped"))
        .expect(
            "new-pair",
            "the notification of a new pair of rate and category is taken",
            WIRE,
            taken("new-pair"))
        .expect(
            "fetched",
            "the candidate fetches the configuration after a change",
            WIRE,
            offered(Connections.asksAgain(NOTIFICATION)))
        .expect(
            "disabled",
            "the notification of a disabled connection is taken",
            WIRE,
            taken("disabled"))
        .expect(
            "deleted", "the notification of a deleted connection is taken", WIRE, taken("deleted"))
        .build();
  }

  private static Check taken(String trigger) {
    return offered(Connections.notified(NOTIFICATION, trigger));
  }

  /** Its token is new to the candidate, so that a refusal is as good as success. */
  private static Selection created() {
    return evidence ->
        Selection.calls(NOTIFICATION).of(evidence).stream()
            .filter(each -> type(each.request()) == CREATED)
            .toList();
  }

  private static Check offered(Check check) {
    return Probes.unlessSetAside(NOT_REGISTERED, check);
  }

  private static void perform(Stage stage) throws InterruptedException {
    if (!stage.probe().isRegistered(NOTIFICATION)) {
      stage.note(NOT_REGISTERED, "the candidate registered no address for change notifications");
      return;
    }
    OtherConnection other = stage.connectAnother();
    String token = other.mews().connectionToken();
    ConnectionEditing connections = other.mews().editing().connections();
    try {
      change(stage, other);
      trigger(stage, token, "disabled", DEACTIVATED, () -> connections.disable(token));
    } finally {
      connections.delete(token);
    }
    await(stage, token, "deleted", DELETED, 0);
    stage.mews().awaitDelivered();
  }

  private static void change(Stage stage, OtherConnection other) throws InterruptedException {
    String token = other.mews().connectionToken();
    ConnectionEditing connections = other.mews().editing().connections();
    Pair pair = stage.mews().pairs().getFirst();
    trigger(
        stage,
        token,
        "enabled",
        ACTIVATED,
        () -> {
          other.mews().enable(Set.of(InventoryKind.AVAILABILITY));
          other.mews().discardPending();
        });
    SpaceCategory category = stage.mews().categories().getFirst();
    update(stage, token, "space-added", () -> units(stage, category, category.units() + 1));
    stage.awaitExchange(
        Direction.CANDIDATE_TO_MEWS, "getConfiguration", request -> isFetched(stage), SHORT);
    update(stage, token, "space-removed", () -> units(stage, category, category.units()));
    update(
        stage,
        token,
        "category-unsynchronised",
        () -> connections.category(token, category.code(), Mapped.UNSYNCHRONISED));
    String rate = pair.ratePlanCode();
    update(stage, token, "rate-unmapped", () -> connections.ratePlan(token, rate, Mapped.NOT));
    update(
        stage, token, "rate-mapped", () -> connections.ratePlan(token, rate, Mapped.SYNCHRONISED));
    update(stage, token, "pair-removed", () -> connections.pair(token, pair, false));
    update(stage, token, "new-pair", () -> connections.pair(token, pair, true));
  }

  private static void units(Stage stage, SpaceCategory category, int units) {
    stage
        .mews()
        .editing()
        .putCategory(
            stage.mews().property().id(),
            new SpaceCategory(
                category.code(),
                category.name(),
                category.classification(),
                category.capacity(),
                units,
                category.synchronised()),
            Objects.requireNonNull(stage.mews().details().bedding().get(category.code())));
  }

  private static void update(Stage stage, String token, String name, Runnable change)
      throws InterruptedException {
    trigger(stage, token, name, UPDATED, change);
  }

  /** Waits for the notification before the next trigger, because equal ones are joined. */
  private static void trigger(Stage stage, String token, String name, int type, Runnable change)
      throws InterruptedException {
    int before = notifications(stage, token, type).size();
    change.run();
    await(stage, token, name, type, before);
  }

  private static void await(Stage stage, String token, String name, int type, int before)
      throws InterruptedException {
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        NOTIFICATION,
        request -> notifications(stage, token, type).size() > before);
    List<Message> sent = notifications(stage, token, type);
    if (sent.size() > before) {
      stage.note(name, sent.getLast().id());
    }
  }

  private static List<Message> notifications(Stage stage, String token, int type) {
    String masked = Masking.token(token);
    return stage.messages().stream()
        .filter(each -> each.operation().equals(NOTIFICATION))
        .filter(each -> type(each.request()) == type)
        .filter(each -> each.request().path("connectionToken").asText().equals(masked))
        .toList();
  }

  private static int type(JsonNode notification) {
    return notification.path("type").asInt(-1);
  }

  /** Whether the configuration was asked for after a notification of a change. */
  private static boolean isFetched(Stage stage) {
    List<Message> messages = stage.messages();
    return messages.stream()
        .filter(each -> each.operation().equals(NOTIFICATION))
        .filter(each -> type(each.request()) == UPDATED)
        .findFirst()
        .filter(
            note ->
                messages.stream()
                    .filter(each -> each.operation().equals("getConfiguration"))
                    .anyMatch(each -> Selection.isLater(each, note.id())))
        .isPresent();
  }
}
