package channelcert.mews.reservation.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is booked by one reservation.
 *
 * @param nights one amount for each night in date order, after differences were spread
 * @param guests persons arriving, as they were sent
 */
public record Definition(
    String spaceTypeCode,
    String ratePlanCode,
    Stay stay,
    List<Money> nights,
    List<GuestCount> guestCounts,
    List<JsonNode> guests,
    List<Extra> extras) {
  /** Nights and extras together. */
  public Money total() {
    Money total = nights.stream().reduce(Money.ZERO, Money::plus);
    return extras.stream().map(Extra::amount).reduce(total, Money::plus);
  }
}
