package channelcert.mews.reservation.outgoing;

import channelcert.mews.reservation.group.Extra;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Stay;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff want of one reservation.
 *
 * @param confirmationNumber of a reservation that exists; absent for a new one
 * @param nightsGross gross price of each night in date order; absent: from the price list
 * @param extras products, with their amounts
 * @param guests persons arriving, each in the published form of a customer
 * @param card a test card, masked
 */
public record StaffReservation(
    @Nullable String confirmationNumber,
    String spaceTypeCode,
    String ratePlanCode,
    Stay stay,
    List<GuestCount> guestCounts,
    @Nullable List<BigDecimal> nightsGross,
    List<Extra> extras,
    List<JsonNode> guests,
    @Nullable MaskedCard card,
    TimeState timeState) {
  /** A new confirmed reservation at the price of the price list. */
  public static StaffReservation of(
      String spaceTypeCode, String ratePlanCode, Stay stay, List<GuestCount> guestCounts) {
    return new StaffReservation(
        null,
        spaceTypeCode,
        ratePlanCode,
        stay,
        guestCounts,
        null,
        List.of(),
        List.of(),
        null,
        TimeState.CONFIRMED);
  }

  /** The same for a reservation that exists. */
  public StaffReservation numbered(String number) {
    return new StaffReservation(
        number,
        spaceTypeCode,
        ratePlanCode,
        stay,
        guestCounts,
        nightsGross,
        extras,
        guests,
        card,
        timeState);
  }

  public StaffReservation priced(List<BigDecimal> gross) {
    return new StaffReservation(
        confirmationNumber,
        spaceTypeCode,
        ratePlanCode,
        stay,
        guestCounts,
        gross,
        extras,
        guests,
        card,
        timeState);
  }

  public StaffReservation in(TimeState state) {
    return new StaffReservation(
        confirmationNumber,
        spaceTypeCode,
        ratePlanCode,
        stay,
        guestCounts,
        nightsGross,
        extras,
        guests,
        card,
        state);
  }

  public StaffReservation paidWith(MaskedCard masked) {
    return new StaffReservation(
        confirmationNumber,
        spaceTypeCode,
        ratePlanCode,
        stay,
        guestCounts,
        nightsGross,
        extras,
        guests,
        masked,
        timeState);
  }
}
