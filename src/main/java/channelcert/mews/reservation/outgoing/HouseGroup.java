package channelcert.mews.reservation.outgoing;

import channelcert.mews.reservation.group.Group;
import channelcert.mews.reservation.group.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the property sees it.
 *
 * @param id given by the property, the same for good
 * @param origin the channel manager's side of it; absent for a booking of the property's own
 * @param blockNumber Mews' number of the availability block from which it takes
 * @param customer in the published form; absent only where a channel manager sent none
 * @param reservations in the order in which they were first booked, cancelled ones included
 */
public record HouseGroup(
    String id,
    String propertyId,
    @Nullable Origin origin,
    @Nullable String blockNumber,
    String currencyCode,
    @Nullable JsonNode customer,
    @Nullable JsonNode booker,
    List<String> comments,
    List<HouseReservation> reservations) {

  /**
   * Where a booking came from.
   *
   * @param sources in the published form, as are company and travel agency
   */
  public record Origin(
      String connectionToken,
      String channelManagerId,
      @Nullable String channelId,
      @Nullable String availabilityBlockCode,
      @Nullable JsonNode sources,
      @Nullable JsonNode company,
      @Nullable JsonNode travelAgency) {}

  HouseGroup with(List<HouseReservation> newReservations) {
    return new HouseGroup(
        id,
        propertyId,
        origin,
        blockNumber,
        currencyCode,
        customer,
        booker,
        comments,
        newReservations);
  }

  /** The booking in the words of the availability rules. */
  Group booked() {
    return new Group(
        origin == null ? "" : origin.channelManagerId(),
        currencyCode,
        reservations.stream().map(HouseReservation::booked).toList());
  }

  /** Nights and extras of what is neither cancelled nor optional. */
  public Money total() {
    return reservations.stream()
        .filter(each -> !each.timeState().isCancelled() && each.timeState() != TimeState.OPTIONAL)
        .map(each -> each.definition().total())
        .reduce(Money.ZERO, Money::plus);
  }
}
