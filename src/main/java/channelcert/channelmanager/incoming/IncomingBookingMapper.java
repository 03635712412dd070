package channelcert.channelmanager.incoming;

import channelcert.channelmanager.incoming.IncomingBooking.IncomingStay;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.Source;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the stored definition of a booking of Mews to what a person reads. */
public final class IncomingBookingMapper {
  private IncomingBookingMapper() {}

  /** The booking as Mews defined it last. */
  public static IncomingBooking read(StoredGroup group) {
    ProcessGroupToChmRequest message;
    try {
      message = Json.mapper().readValue(group.content(), ProcessGroupToChmRequest.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored booking is not readable", impossible);
    }
    Amount total = message.totalAmount();
    return new IncomingBooking(
        orEmpty(message.currencyCode()),
        total == null ? null : total.gross(),
        total == null ? null : total.net(),
        name(message.customer()),
        orNone(message.sources()).stream().findFirst().map(Source::name).orElse(""),
        orNone(message.comments()),
        orNone(message.reservations()).stream().map(IncomingBookingMapper::stay).toList());
  }

  private static IncomingStay stay(ReservationToChm reservation) {
    Amount total = reservation.totalAmount();
    return new IncomingStay(
        reservation.confirmationNumber(),
        orEmpty(reservation.spaceTypeCode()),
        orEmpty(reservation.ratePlanCode()),
        reservation.from(),
        reservation.to(),
        orNone(reservation.guestCounts()).stream().mapToInt(GuestCount::count).sum(),
        total == null ? null : total.gross(),
        total == null ? null : total.net(),
        GroupCheckMapper.isCancelled(reservation));
  }

  private static String name(@Nullable Customer customer) {
    return customer == null
        ? ""
        : String.join(
            " ",
            Stream.of(orEmpty(customer.firstName()), orEmpty(customer.lastName()))
                .filter(each -> !each.isEmpty())
                .toList());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
