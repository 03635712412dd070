package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.PriceSide;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the channel has it, complete.
 *
 * @param reference identity of the booking towards Mews, for ever
 * @param channelId identity of the booking in the channel
 * @param side the side on which every amount is
 * @param sourceCode Mews' code of the channel, absent when it is not to be named
 * @param orderedTotal total to send although it is not the sum; absent: the sum
 * @param newChannel name of a channel that Mews does not know; absent when there is none
 * @param blockCode our code of the availability block from which it takes; absent when from none
 */
public record BookingDefinition(
    String reference,
    String channelId,
    PriceSide side,
    String currencyCode,
    @Nullable Integer sourceCode,
    @Nullable CardNumber card,
    Guest customer,
    List<ReservationDefinition> reservations,
    @Nullable BigDecimal orderedTotal,
    @Nullable String newChannel,
    @Nullable String blockCode) {

  /** The total to send: the one that was ordered, otherwise the sum. */
  public BigDecimal total() {
    if (orderedTotal != null) {
      return orderedTotal;
    }
    return reservations.stream()
        .map(ReservationDefinition::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Codes of the reservations, in their order. */
  public List<String> codes() {
    return reservations.stream().map(ReservationDefinition::code).toList();
  }
}
