package channelcert.channelmanager.driver;

import channelcert.channelmanager.incoming.StoredGroup;
import channelcert.channelmanager.reservation.Booking;
import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.StoredBooking;
import channelcert.contract.driver.StoredReservation;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bookings of both origins in the driver's words. */
final class IncomingBookingMapper {
  /** Parts of a message that are no part of the booking. */
  private static final Set<String> ENVELOPE =
      Set.of("clientToken", "connectionToken", "messageId", "responseUrl");

  private IncomingBookingMapper() {}

  /**
   * Bookings that were made here, with what Mews changed, and then those of Mews.
   *
   * @param references which ones, absent for all
   */
  static List<StoredBooking> joined(
      List<Booking> made, List<StoredGroup> sent, @Nullable List<String> references) {
    Map<String, StoredGroup> byReference = new HashMap<>();
    sent.forEach(group -> byReference.put(group.reference(), group));
    List<StoredBooking> bookings = new ArrayList<>();
    for (Booking booking : made) {
      StoredBooking stored = BookingMapper.stored(booking);
      StoredGroup changed = byReference.get(booking.reference());
      bookings.add(changed == null ? stored : changed(stored, changed));
    }
    sent.stream()
        .filter(group -> !group.own())
        .filter(group -> references == null || references.contains(group.reference()))
        .forEach(group -> bookings.add(ofMews(group)));
    return bookings;
  }

  private static StoredBooking changed(StoredBooking stored, StoredGroup group) {
    return stored.with().origin("CHANNEL_MANAGER").definition(definition(group)).build();
  }

  private static StoredBooking ofMews(StoredGroup group) {
    return StoredBooking.builder()
        .channelManagerId(group.reference())
        .status(group.cancelled() ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED)
        .reservations(group.reservations().stream().map(IncomingBookingMapper::line).toList())
        .origin("MEWS")
        .definition(definition(group))
        .build();
  }

  private static StoredReservation line(StoredGroup.StoredLine line) {
    return StoredReservation.builder()
        .code(line.code())
        .confirmationNumber(line.number())
        .cancelled(line.cancelled())
        .build();
  }

  private static Map<String, Object> definition(StoredGroup group) {
    try {
      Map<String, Object> definition =
          Json.mapper().readValue(group.content(), new TypeReference<Map<String, Object>>() {});
      definition.keySet().removeAll(ENVELOPE);
      return definition;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored booking is not readable", impossible);
    }
  }
}
