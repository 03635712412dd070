package channelcert.mews.reservation.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What a message wants of one reservation. Complete in form, not checked against the rules. */
public sealed interface ReservationOrder {
  /** The channel manager's code, the identity of the reservation in its group. */
  String code();

  /** Cancels the reservation. */
  record Cancel(String code) implements ReservationOrder {}

  /**
   * Creates the reservation or replaces its definition.
   *
   * @param from day of arrival
   * @param to day of departure, excluded
   * @param total nights and extras together
   * @param nights one amount for each night in date order
   * @param legacyGuestCounts whether the counts came in the deprecated fields
   * @param guests persons arriving, as they were sent
   */
  record Book(
      String code,
      String spaceTypeCode,
      String ratePlanCode,
      LocalDate from,
      LocalDate to,
      Amount total,
      List<Amount> nights,
      List<GuestCount> guestCounts,
      boolean legacyGuestCounts,
      List<JsonNode> guests,
      List<ExtraOrder> extras)
      implements ReservationOrder {}
}
