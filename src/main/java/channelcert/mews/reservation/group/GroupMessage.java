package channelcert.mews.reservation.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message about a booking. Complete in form, not checked against the rules. */
public sealed interface GroupMessage {
  /** The channel manager's booking, the identity of the group on its connection. */
  String channelManagerId();

  /** Every code that the message lists, as often as it lists it. */
  List<String> codes();

  /** Oddities of form that are tolerated, for the property to know. */
  List<String> remarks();

  /** Cancels the whole group: no reservation is listed, or each with the state cancelled. */
  record Cancellation(String channelManagerId, List<String> codes, List<String> remarks)
      implements GroupMessage {}

  /**
   * The complete definition of a group with at least one active reservation.
   *
   * @param total total of the active reservations
   * @param cardAccepted whether the test environment takes the card; true without a card
   * @param blockCode the channel manager's code of an availability block
   */
  record Definition(
      String channelManagerId,
      String currencyCode,
      Amount total,
      boolean cardAccepted,
      @Nullable String blockCode,
      List<SourceOrder> sources,
      List<ReservationOrder> reservations,
      List<String> remarks)
      implements GroupMessage {
    @Override
    public List<String> codes() {
      return reservations.stream().map(ReservationOrder::code).toList();
    }

    /** The reservations that stay active, in the order of the message. */
    List<ReservationOrder.Book> booked() {
      return reservations.stream()
          .filter(ReservationOrder.Book.class::isInstance)
          .map(ReservationOrder.Book.class::cast)
          .toList();
    }
  }
}
