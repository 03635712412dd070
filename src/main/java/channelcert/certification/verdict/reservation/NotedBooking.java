package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import java.util.List;
import java.util.Optional;

/**
 * A booking that rows look for.
 *
 * @param fact name of the fact that holds the nonce in its channelManagerId
 */
public record NotedBooking(String fact) {
  /** Begins the note that names, for the identifier of a booking, the one it was ordered under. */
  public static final String ORDERED_AS = "ordered-as ";

  /** Judges the message that carried the booking. */
  @FunctionalInterface
  interface MessageRule {
    Finding judge(BookingEvidence booking, Message message);
  }

  /** Judges the message that changed the booking, knowing what went before. */
  @FunctionalInterface
  interface ChangeRule {
    Finding judge(BookingEvidence booking, Message message, History history);
  }

  BookingEvidence in(RowEvidence row) {
    return new BookingEvidence(row, row.fact(fact));
  }

  /** Inconclusive while there is no message. */
  Check onMessage(String expected, MessageRule rule) {
    return row -> {
      BookingEvidence booking = in(row);
      Optional<Message> message = booking.definition();
      return message.isPresent()
          ? rule.judge(booking, message.get())
          : Finding.missing(
              expected,
              "there is no Process group message of booking " + booking.nonce(),
              "Nothing can be judged before the message arrives; see the expectation 'delivered'.");
    };
  }

  /** Inconclusive while there is no message, or no confirmed one in the rows before. */
  Check onChange(String expected, List<String> earlierRows, ChangeRule rule) {
    return onMessage(
        expected,
        (booking, message) -> {
          History history = History.of(booking, earlierRows);
          return history.isEmpty()
              ? Finding.missing(
                  expected,
                  "the rows before left no confirmed booking " + booking.nonce(),
                  "Make the row pass that creates the booking, then run this one again.")
              : rule.judge(booking, message, history);
        });
  }
}
