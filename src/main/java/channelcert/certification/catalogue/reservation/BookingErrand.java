package channelcert.certification.catalogue.reservation;

import channelcert.certification.stage.Given;
import channelcert.certification.stage.Hands;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One order about a booking: given, its message recognised and followed, both sides looked at. */
final class BookingErrand {
  private final Stage stage;
  private final NotedBooking noted;
  private final String ordered;
  private Predicate<JsonNode> shape = message -> false;

  /**
   * Prepares the order.
   *
   * @param ordered identifier of the booking, or what it is to begin with
   */
  BookingErrand(Stage stage, NotedBooking noted, String ordered) {
    this.stage = stage;
    this.noted = noted;
    this.ordered = ordered;
  }

  /**
   * A person may not be able to choose the identifier; then a message counts that books the same
   * categories, rates and days.
   */
  BookingErrand recognisedBy(BookingPlan plan) {
    List<String> wanted = plan.spaces().stream().map(BookingErrand::inShort).sorted().toList();
    shape =
        message ->
            message
                .path("reservations")
                .valueStream()
                .map(BookingErrand::inShort)
                .sorted()
                .toList()
                .equals(wanted);
    return this;
  }

  void run(Function<Hands, Given> order) throws InterruptedException {
    stage.note(noted.fact(), ordered);
    stage.note(DeliveryChecks.PATIENCE_SECONDS, Long.toString(stage.patience().toSeconds()));
    stage.claimBooking(ordered);
    Set<String> known = messageIds();
    Given given = order.apply(stage.hands());
    Optional<Message> message =
        stage.awaitCaused(
            given,
            "processGroup",
            each ->
                !known.contains(messageId(each.request()))
                    && (carries(each.request(), ordered)
                        || (given.toPerson() && shape.test(each.request()))));
    String id = message.filter(each -> given.toPerson()).map(this::identifier).orElse(ordered);
    Optional<Message> confirmation = confirmation(message);
    stage.mews().observeBookings(id);
    boolean cancelled = message.filter(each -> reservations(each).isEmpty()).isPresent();
    new BookingLook(stage, id, cancelled).look(confirmation);
  }

  private static JsonNode reservations(Message message) {
    return message.request().path("reservations");
  }

  /** The identifier that the candidate chose; the row follows it from its first message on. */
  private String identifier(Message message) {
    String id = message.request().path("channelManagerId").asText();
    if (!carries(message.request(), ordered)) {
      stage.note(noted.fact(), id);
      stage.note(NotedBooking.ORDERED_AS + id, ordered);
      stage.adoptBooking(message, id);
    }
    return id;
  }

  /** Waits, where Mews took the message, for the end of its processing. */
  private Optional<Message> confirmation(Optional<Message> message) throws InterruptedException {
    if (message.filter(BookingErrand::accepted).isEmpty()) {
      return Optional.empty();
    }
    String messageId = messageId(message.get().request());
    return stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        "confirmGroup",
        request -> request.path("relatedMessageId").asText().equals(messageId));
  }

  private Set<String> messageIds() {
    return stage.messages().stream()
        .filter(each -> each.operation().equals("processGroup"))
        .map(each -> messageId(each.request()))
        .collect(Collectors.toSet());
  }

  private static String messageId(JsonNode request) {
    return request.path("messageId").asText();
  }

  static boolean carries(JsonNode request, String id) {
    String written = request.path("channelManagerId").asText().toUpperCase(Locale.ROOT);
    return written.contains(id.toUpperCase(Locale.ROOT));
  }

  static boolean accepted(Message message) {
    return message.answer().path("success").asBoolean();
  }

  private static String inShort(SpacePlan space) {
    return String.join(
        " ",
        space.spaceTypeCode(),
        space.ratePlanCode(),
        space.arrival().toString(),
        space.departure().toString());
  }

  private static String inShort(JsonNode reservation) {
    return String.join(
        " ",
        reservation.path("spaceTypeCode").asText(),
        reservation.path("ratePlanCode").asText(),
        reservation.path("from").asText(),
        reservation.path("to").asText());
  }
}
