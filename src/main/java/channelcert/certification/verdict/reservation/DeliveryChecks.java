package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the booking came, in one piece, and was accepted. */
public final class DeliveryChecks {
  /** Fact: seconds for which the run waited for a message. */
  public static final String PATIENCE_SECONDS = "patienceSeconds";

  private DeliveryChecks() {}

  /** A Process group message of the booking arrived. */
  public static Check delivered(NotedBooking noted) {
    return row -> {
      BookingEvidence booking = noted.in(row);
      String expected =
          "a Process group message whose channelManagerId contains " + booking.nonce();
      return booking
          .definition()
          .map(message -> arrived(expected, message))
          .orElseGet(() -> notArrived(expected, booking));
    };
  }

  private static Finding arrived(String expected, Message message) {
    String id = Wire.show(message.request().path("channelManagerId"));
    return Finding.passed(expected, "channelManagerId " + id, List.of(message.id()));
  }

  private static Finding notArrived(String expected, BookingEvidence booking) {
    Optional<Message> order = booking.order();
    if (order.isEmpty()) {
      return Finding.missing(
          expected,
          "no such message; " + others(booking),
          "Send the booking from your test environment with that text in channelManagerId.");
    }
    int status = order.get().exchange().status();
    if (status < 200 || status > 299) {
      return Finding.missing(
          expected,
          "the driver refused the order with HTTP "
              + status
              + ": "
              + Wire.show(order.get().answer().path("message")),
          "Let the driver take the order " + order.get().operation() + ", or send it by hand.");
    }
    return Finding.failed(
            expected,
            who(order.get())
                + " but no Process group message arrived within "
                + booking.row().facts().getOrDefault(PATIENCE_SECONDS, "the allowed number of")
                + " s; "
                + others(booking),
            "Send the message to the Process group address of the Mews side, with the"
                + " channelManagerId of the order; look for a send queue that is not worked off.",
            List.of(order.get().id()))
        .teaching(Lesson.of(Cause.NOT_SENT));
  }

  private static String who(Message order) {
    return order.exchange().direction() == Direction.DRIVER
        ? "the driver took the order"
        : "a person said that the booking was sent";
  }

  private static String others(BookingEvidence booking) {
    List<Message> others = booking.row().messages(Direction.CANDIDATE_TO_MEWS, "processGroup");
    return others.isEmpty()
        ? "no Process group message came at all"
        : "instead came "
            + others.stream()
                .map(other -> Wire.show(other.request().path("channelManagerId")))
                .collect(Collectors.joining(", "));
  }

  /** The whole booking is one group, defined by one message. */
  public static Check oneGroup(NotedBooking noted) {
    String expected = "one group in one message for the booking";
    return noted.onMessage(expected, (booking, message) -> inOne(expected, booking));
  }

  private static Finding inOne(String expected, BookingEvidence booking) {
    List<Message> messages = booking.deliveries();
    Deviations deviations = new Deviations().because(Cause.SPLIT_BOOKING);
    TreeSet<String> groups = new TreeSet<>();
    messages.forEach(message -> groups.add(Wire.text(message.request(), "channelManagerId")));
    if (groups.size() > 1) {
      deviations.add("the booking came as " + groups.size() + " groups: " + groups);
    }
    JsonNode first = messages.getFirst().request().path("reservations");
    if (messages.stream()
        .anyMatch(message -> !Definitions.same(first, message.request().path("reservations")))) {
      deviations.add("the reservations came spread over " + messages.size() + " messages");
    } else if (messages.size() > 1) {
      deviations.note("the same content was sent " + messages.size() + " times");
    }
    return deviations.finding(
        expected,
        "one group " + groups,
        "Put every reservation of a booking into one reservations collection under one"
            + " channelManagerId; Mews must see the booking whole.",
        messages.stream().map(Message::id).toList());
  }

  /** Mews took the message at once and processed it without error. */
  public static Check accepted(NotedBooking noted) {
    String expected = "success true at once, and a Confirm booking without error";
    return noted.onMessage(expected, (booking, message) -> acceptance(expected, booking, message));
  }

  private static Finding acceptance(String expected, BookingEvidence booking, Message message) {
    if (!Errors.none(message.answer())) {
      return Finding.failed(
              expected,
              "Mews refused at once: " + refusal(message),
              "Repair what the error names and send the booking again; see the evidence.",
              List.of(message.id()))
          .teaching(refused("$", Errors.of(message.answer())));
    }
    List<Message> confirmations = booking.confirmations(message);
    if (confirmations.isEmpty()) {
      return Finding.missing(
          expected,
          "accepted at once, but no Confirm booking tells how it ended",
          "Wait for Confirm booking; the end of processing is not known before.");
    }
    Message last = confirmations.getLast();
    List<JsonNode> errors = Errors.of(last.request());
    return errors.isEmpty()
        ? Finding.passed(expected, "accepted and processed", List.of(message.id(), last.id()))
        : Finding.failed(
                expected,
                "processing failed: " + Errors.show(errors),
                "Repair what the error names; do not repeat the message unchanged.",
                List.of(message.id(), last.id()))
            .teaching(refused("Confirm booking $", errors));
  }

  private static Lesson refused(String root, List<JsonNode> errors) {
    return Lesson.of(
        Cause.REFUSED_BY_MEWS,
        List.of(new Difference(root + ".errors", "none", Errors.show(errors))));
  }

  private static String refusal(Message message) {
    List<JsonNode> errors = Errors.of(message.answer());
    return errors.isEmpty()
        ? "HTTP "
            + message.exchange().status()
            + ", success "
            + Wire.show(message.answer().path("success"))
        : Errors.show(errors);
  }
}
