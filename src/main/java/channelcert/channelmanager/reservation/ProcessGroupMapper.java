package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.PriceSide;
import channelcert.contract.mews.PaymentType;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.ReservationToMews;
import channelcert.contract.shared.AgeCategoryCode;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.Extra;
import channelcert.contract.shared.ExtraPricingType;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.ReservationState;
import channelcert.contract.shared.Source;
import channelcert.contract.shared.SourceType;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From bookings to the group messages of the published API. */
final class ProcessGroupMapper {

  private final Map<String, Integer> productPricing;

  /**
   * Makes a mapper for one connection.
   *
   * @param productPricing published pricing code by product code
   */
  ProcessGroupMapper(Map<String, Integer> productPricing) {
    this.productPricing = productPricing;
  }

  /**
   * The complete definition of a booking, without tokens and card.
   *
   * @param known codes that earlier messages contained
   * @param channelName name of the channel of the booking; not looked at when it names none
   */
  String definition(
      BookingDefinition booking, String messageId, Set<String> known, String channelName) {
    ProcessGroupRequest.Builder message =
        envelope(messageId, booking.reference(), booking.channelId())
            .availabilityBlockCode(booking.blockCode())
            .currencyCode(booking.currencyCode())
            .totalAmount(amount(booking.side(), booking.total()))
            .paymentType(PaymentType.PREAUTHORIZED)
            .customer(customer(booking.customer()))
            .reservations(reservations(booking, known));
    if (booking.sourceCode() != null) {
      message.sources(List.of(source(booking.sourceCode(), channelName)));
    } else if (booking.newChannel() != null) {
      message.sources(List.of(source(null, booking.newChannel())));
    }
    return json(message.build());
  }

  /** The smallest message: whatever the group contains is cancelled. */
  static String cancellation(String messageId, String reference, String channelId) {
    return json(envelope(messageId, reference, channelId).reservations(List.of()).build());
  }

  private static ProcessGroupRequest.Builder envelope(
      String messageId, String reference, String channelId) {
    return ProcessGroupRequest.builder()
        .messageId(messageId)
        .channelManagerId(reference)
        .channelId(channelId);
  }

  /** What is ordered, and as cancelled what earlier messages contained and this one does not. */
  private List<ReservationToMews> reservations(BookingDefinition booking, Set<String> known) {
    List<ReservationToMews> reservations = new ArrayList<>();
    for (ReservationDefinition each : booking.reservations()) {
      ReservationState state =
          known.contains(each.code()) ? ReservationState.MODIFIED : ReservationState.CREATED;
      reservations.add(reservation(each, booking.side(), state));
    }
    List<String> ordered = booking.codes();
    known.stream()
        .filter(code -> !ordered.contains(code))
        .sorted()
        .map(ProcessGroupMapper::cancelled)
        .forEach(reservations::add);
    return reservations;
  }

  private ReservationToMews reservation(
      ReservationDefinition reservation, PriceSide side, ReservationState state) {
    ReservationToMews.Builder message =
        ReservationToMews.builder()
            .code(reservation.code())
            .spaceTypeCode(reservation.pair().spaceTypeCode())
            .ratePlanCode(reservation.pair().ratePlanCode())
            .from(reservation.stay().arrival())
            .to(reservation.stay().departure())
            .totalAmount(amount(side, reservation.total()))
            .amounts(reservation.nightAmounts().stream().map(each -> amount(side, each)).toList())
            .guestCounts(guestCounts(reservation))
            .state(state.wire());
    if (!reservation.products().isEmpty()) {
      message.extras(reservation.products().stream().map(each -> extra(each, side)).toList());
    }
    if (!reservation.companions().isEmpty()) {
      message.guests(reservation.companions().stream().map(ProcessGroupMapper::customer).toList());
    }
    return message.build();
  }

  private static ReservationToMews cancelled(String code) {
    return ReservationToMews.builder().code(code).state(ReservationState.CANCELED.wire()).build();
  }

  private static List<GuestCount> guestCounts(ReservationDefinition reservation) {
    List<GuestCount> counts = new ArrayList<>();
    counts.add(guestCount(AgeCategoryCode.ADULT, reservation.adults()));
    if (reservation.children() != 0) {
      counts.add(guestCount(AgeCategoryCode.CHILD, reservation.children()));
    }
    return counts;
  }

  private static GuestCount guestCount(AgeCategoryCode category, int count) {
    return GuestCount.builder().code(category.wire()).count(count).build();
  }

  /** A product that the configuration does not list is taken as charged once. */
  private Extra extra(ProductLine product, PriceSide side) {
    int pricing = productPricing.getOrDefault(product.code(), ExtraPricingType.ONCE.wire());
    return Extra.builder()
        .code(product.code())
        .count(product.count())
        .amount(amount(side, product.amount()))
        .pricing(ExtraPricingType.of(pricing))
        .build();
  }

  private static Source source(@Nullable Integer code, String name) {
    return new Source(code, name, SourceType.ONLINE_TRAVEL_AGENCY, true);
  }

  private static Customer customer(Guest guest) {
    return Customer.builder().firstName(guest.firstName()).lastName(guest.lastName()).build();
  }

  private static Amount amount(PriceSide side, BigDecimal value) {
    return switch (side) {
      case GROSS -> Amount.builder().gross(value).build();
      case NET -> Amount.builder().net(value).build();
    };
  }

  /** The expiry and code of the published test cards: other cards never get here. */
  static ProcessGroupRequest read(String body) {
    try {
      return Json.mapper().readValue(body, ProcessGroupRequest.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored message is not readable", impossible);
    }
  }

  private static String json(ProcessGroupRequest message) {
    try {
      return Json.mapper().writeValueAsString(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a group message is not writable as JSON", impossible);
    }
  }
}
