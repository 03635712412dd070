package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Attended;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the evidence of a row tells about one booking. */
final class BookingEvidence {
  private static final Set<String> ORDERS = Set.of("sendBooking", "modifyBooking", "cancelBooking");

  private final RowEvidence row;
  private final String nonce;

  /**
   * Looks at one booking.
   *
   * @param nonce part of the channelManagerId by which the booking is known
   */
  BookingEvidence(RowEvidence row, String nonce) {
    this.row = row;
    this.nonce = nonce;
  }

  String nonce() {
    return nonce;
  }

  RowEvidence row() {
    return row;
  }

  /** Every Process group message that carries the nonce, in order. */
  List<Message> deliveries() {
    return row.messages(Direction.CANDIDATE_TO_MEWS, "processGroup").stream()
        .filter(message -> carriesNonce(message.request()))
        .toList();
  }

  /** The message to judge: the last one that Mews confirmed, else the last one. */
  Optional<Message> definition() {
    List<Message> deliveries = deliveries();
    return deliveries.reversed().stream()
        .filter(message -> !confirmations(message).isEmpty())
        .findFirst()
        .or(() -> deliveries.stream().reduce((earlier, later) -> later));
  }

  /** The attempts of Mews to confirm a message, in order. */
  List<Message> confirmations(Message definition) {
    String messageId = Wire.text(definition.request(), "messageId");
    return row.messages(Direction.MEWS_TO_CANDIDATE, "confirmGroup").stream()
        .filter(message -> !messageId.isEmpty())
        .filter(message -> Wire.text(message.request(), "relatedMessageId").equals(messageId))
        .toList();
  }

  /** The confirmation of a message that reports no error. */
  Optional<Message> success(Message definition) {
    return confirmations(definition).stream()
        .filter(message -> Errors.of(message.request()).isEmpty())
        .findFirst();
  }

  /** What the driver, or a person, was asked to do with the booking, the last time. */
  Optional<Message> order() {
    return row.messages().stream()
        .filter(Attended::isOrder)
        .filter(message -> ORDERS.contains(message.operation()))
        .filter(message -> carriesNonce(orderedBooking(message)) || isAdopted(message))
        .reduce((earlier, later) -> later);
  }

  /** The last look at the bookings that the Mews side had stored. */
  Optional<Message> storedBookings() {
    return lastAbout(Direction.MEWS_STATE, "bookings");
  }

  /** The last time the candidate, or a person, showed its bookings. */
  Optional<Message> readBookings() {
    return lastAbout(Direction.DRIVER, "readBookings")
        .or(() -> lastAbout(Direction.ATTENDED, "readBookings"));
  }

  /** The candidate numbers bookings itself, and the run noted under which order it came. */
  private boolean isAdopted(Message order) {
    String ordered = row.facts().get(NotedBooking.ORDERED_AS + nonce);
    return ordered != null && Wire.text(orderedBooking(order), "channelManagerId").equals(ordered);
  }

  static JsonNode orderedBooking(Message order) {
    JsonNode booking = order.request().path("booking");
    return booking.isObject() ? booking : order.request();
  }

  /** The entry with that channelManagerId in a list of bookings. */
  static Optional<JsonNode> withId(JsonNode bookings, String channelManagerId) {
    return bookings
        .valueStream()
        .filter(booking -> Wire.text(booking, "channelManagerId").equals(channelManagerId))
        .findFirst();
  }

  /** The last look that names the booking; where none does, the last look at all. */
  private Optional<Message> lastAbout(Direction direction, String operation) {
    List<Message> looks = row.messages(direction, operation);
    return looks.reversed().stream()
        .filter(look -> names(look.request()) || names(look.answer()))
        .findFirst()
        .or(() -> looks.stream().reduce((earlier, later) -> later));
  }

  private boolean names(JsonNode json) {
    return json.toString().toUpperCase(Locale.ROOT).contains(nonce.toUpperCase(Locale.ROOT));
  }

  private boolean carriesNonce(JsonNode group) {
    String id = Wire.text(group, "channelManagerId").toUpperCase(Locale.ROOT);
    return id.contains(nonce.toUpperCase(Locale.ROOT));
  }
}
