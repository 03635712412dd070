package channelcert.mews.reservation;

import static java.util.Objects.requireNonNull;

import channelcert.contract.mews.PaymentCard;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.ReservationToMews;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.Extra;
import channelcert.contract.shared.Source;
import channelcert.http.Json;
import channelcert.mews.TestCards;
import channelcert.mews.reservation.group.Amount;
import channelcert.mews.reservation.group.ExtraOrder;
import channelcert.mews.reservation.group.GroupMessage;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.ReservationOrder;
import channelcert.mews.reservation.group.SourceOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts messages without problems of form into the words of the reservation rules. */
final class GroupMapper {
  private GroupMapper() {}

  static GroupMessage toMessage(ProcessGroupRequest request) {
    return GroupFormMapper.isCancellation(request) ? cancellation(request) : definition(request);
  }

  private static GroupMessage cancellation(ProcessGroupRequest request) {
    List<String> codes =
        orEmpty(request.reservations()).stream().map(ReservationToMews::code).toList();
    List<String> remarks =
        request.channelId() == null
            ? List.of("Group: channelId is missing in the cancellation; send it always.")
            : List.of();
    return new GroupMessage.Cancellation(request.channelManagerId(), codes, remarks);
  }

  private static GroupMessage definition(ProcessGroupRequest request) {
    return new GroupMessage.Definition(
        request.channelManagerId(),
        requireNonNull(request.currencyCode()),
        amount(requireNonNull(request.totalAmount())),
        isAccepted(request.paymentCard()),
        request.availabilityBlockCode(),
        orEmpty(request.sources()).stream().map(GroupMapper::source).toList(),
        orEmpty(request.reservations()).stream().map(GroupMapper::order).toList(),
        remarks(request));
  }

  private static List<String> remarks(ProcessGroupRequest request) {
    return request.channel() == null
        ? List.of()
        : List.of("Group: channel is deprecated; send sources instead.");
  }

  /** Masked numbers hide the digits that stand as zeros behind the card proxy. */
  private static boolean isAccepted(@Nullable PaymentCard card) {
    return card == null || TestCards.accepts(card.number().replace('*', '0'));
  }

  private static SourceOrder source(Source source) {
    return new SourceOrder(source.code(), source.name(), source.type().wire(), source.isPrimary());
  }

  private static ReservationOrder order(ReservationToMews reservation) {
    if (GroupFormMapper.isCancelled(reservation)) {
      return new ReservationOrder.Cancel(reservation.code());
    }
    boolean legacy =
        orEmpty(reservation.guestCounts()).isEmpty()
            && (reservation.adultCount() != null || reservation.childCount() != null);
    return new ReservationOrder.Book(
        reservation.code(),
        requireNonNull(reservation.spaceTypeCode()),
        requireNonNull(reservation.ratePlanCode()),
        requireNonNull(reservation.from()),
        requireNonNull(reservation.to()),
        amount(requireNonNull(reservation.totalAmount())),
        orEmpty(reservation.amounts()).stream().map(GroupMapper::amount).toList(),
        legacy ? legacyCounts(reservation) : counts(reservation),
        legacy,
        orEmpty(reservation.guests()).stream().map(GroupMapper::guest).toList(),
        orEmpty(reservation.extras()).stream().map(GroupMapper::extra).toList());
  }

  private static List<GuestCount> counts(ReservationToMews reservation) {
    return orEmpty(reservation.guestCounts()).stream()
        .map(each -> new GuestCount(each.code(), each.count()))
        .toList();
  }

  private static List<GuestCount> legacyCounts(ReservationToMews reservation) {
    List<GuestCount> counts = new ArrayList<>();
    counts.add(new GuestCount("Adult", Objects.requireNonNullElse(reservation.adultCount(), 0)));
    counts.add(new GuestCount("Child", Objects.requireNonNullElse(reservation.childCount(), 0)));
    counts.removeIf(count -> count.count() == 0);
    return List.copyOf(counts);
  }

  private static JsonNode guest(Customer guest) {
    return Json.mapper().valueToTree(guest);
  }

  private static ExtraOrder extra(Extra extra) {
    return new ExtraOrder(
        extra.code(),
        extra.count(),
        extra.pricing().wire(),
        amount(extra.amount()),
        extra.from(),
        extra.to());
  }

  private static Amount amount(channelcert.contract.shared.Amount amount) {
    return new Amount(amount.gross(), amount.net());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
