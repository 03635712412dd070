package channelcert.mews.reservation.outgoing;

import channelcert.contract.channelmanager.PaymentCardData;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Company;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.Extra;
import channelcert.contract.shared.ExtraPricingType;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.PaymentCardType;
import channelcert.contract.shared.ReservationState;
import channelcert.contract.shared.Source;
import channelcert.contract.shared.SourceType;
import channelcert.contract.shared.TravelAgency;
import channelcert.mews.message.Stored;
import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes the complete definition of a booking as channel managers get it, without tokens. */
final class GroupContentMapper {
  /** The channel of every booking of the property's own. */
  private static final Source WEB =
      new Source(924, "WEB", SourceType.PROPERTY_MANAGEMENT_SYSTEM, true);

  private GroupContentMapper() {}

  /** The message; empty when there is nothing that channel managers are told. */
  static Optional<String> content(HouseGroup group) {
    List<HouseReservation> told =
        group.reservations().stream().filter(GroupContentMapper::isTold).toList();
    boolean known = group.reservations().stream().anyMatch(HouseReservation::announced);
    if (told.isEmpty() && !known) {
      return Optional.empty();
    }
    boolean cancelled = told.stream().allMatch(each -> each.timeState() == TimeState.CANCELED);
    ProcessGroupToChmRequest.Builder message =
        ProcessGroupToChmRequest.builder()
            .clientToken("")
            .connectionToken("")
            .messageId("")
            .responseUrl("");
    message.availabilityBlockConfirmationNumber(group.blockNumber());
    origin(message, group.origin());
    if (cancelled) {
      return Optional.of(Stored.write(message.reservations(List.of()).build()));
    }
    return Optional.of(Stored.write(definition(message, group, told)));
  }

  /** Optional reservations are kept to the property, and so are cancelled ones nobody knew. */
  private static boolean isTold(HouseReservation reservation) {
    return reservation.timeState() != TimeState.OPTIONAL
        && (reservation.announced() || !reservation.timeState().isCancelled());
  }

  private static void origin(
      ProcessGroupToChmRequest.Builder message, HouseGroup.@Nullable Origin origin) {
    if (origin != null) {
      message
          .channelManagerId(origin.channelManagerId())
          .channelId(origin.channelId())
          .availabilityBlockCode(origin.availabilityBlockCode());
    }
  }

  private static ProcessGroupToChmRequest definition(
      ProcessGroupToChmRequest.Builder message, HouseGroup group, List<HouseReservation> told) {
    HouseGroup.Origin origin = group.origin();
    return message
        .currencyCode(group.currencyCode())
        .totalAmount(amount(group.total()))
        .customer(read(group.customer(), Customer.class))
        .booker(read(group.booker(), Customer.class))
        .sources(origin == null ? List.of(WEB) : sources(origin.sources()))
        .company(origin == null ? null : read(origin.company(), Company.class))
        .travelAgency(origin == null ? null : read(origin.travelAgency(), TravelAgency.class))
        .comments(group.comments().isEmpty() ? null : group.comments())
        .reservations(told.stream().map(GroupContentMapper::reservation).toList())
        .build();
  }

  /** A cancelled reservation without amounts counts nothing in the total. */
  private static ReservationToChm reservation(HouseReservation reservation) {
    Definition definition = reservation.definition();
    boolean cancelled = reservation.timeState().isCancelled();
    return ReservationToChm.builder()
        .code(reservation.code())
        .confirmationNumber(reservation.confirmationNumber())
        .spaceTypeCode(definition.spaceTypeCode())
        .ratePlanCode(definition.ratePlanCode())
        .from(definition.stay().arrival())
        .to(definition.stay().departure())
        .guestCounts(
            definition.guestCounts().stream()
                .map(each -> new GuestCount(each.code(), each.count()))
                .toList())
        .state(state(reservation).wire())
        .timeState(reservation.timeState().code())
        .amounts(
            cancelled
                ? null
                : definition.nights().stream().map(GroupContentMapper::amount).toList())
        .totalAmount(cancelled ? null : amount(definition.total()))
        .extras(
            cancelled || definition.extras().isEmpty()
                ? null
                : definition.extras().stream().map(GroupContentMapper::extra).toList())
        .guests(
            definition.guests().isEmpty()
                ? null
                : definition.guests().stream().map(each -> read(each, Customer.class)).toList())
        .paymentCardData(card(reservation.card()))
        .build();
  }

  private static ReservationState state(HouseReservation reservation) {
    if (reservation.timeState().isCancelled()) {
      return ReservationState.CANCELED;
    }
    return reservation.announced() ? ReservationState.MODIFIED : ReservationState.CREATED;
  }

  private static Amount amount(Money money) {
    return new Amount(money.gross(), money.net());
  }

  private static Extra extra(channelcert.mews.reservation.group.Extra extra) {
    return new Extra(
        extra.code(),
        amount(extra.amount()),
        extra.count(),
        ExtraPricingType.of(extra.pricing()),
        extra.from(),
        extra.to());
  }

  private static @Nullable PaymentCardData card(@Nullable MaskedCard card) {
    return card == null
        ? null
        : new PaymentCardData(
            PaymentCardType.of(card.type()),
            card.obfuscatedNumber(),
            card.expireDate(),
            card.identifier(),
            card.holderName());
  }

  private static @Nullable List<Source> sources(@Nullable JsonNode sources) {
    return sources == null
        ? null
        : StreamSupport.stream(sources.spliterator(), false)
            .map(each -> Stored.read(each.toString(), Source.class))
            .toList();
  }

  private static <T> @Nullable T read(@Nullable JsonNode node, Class<T> type) {
    return node == null ? null : Stored.read(node.toString(), type);
  }
}
