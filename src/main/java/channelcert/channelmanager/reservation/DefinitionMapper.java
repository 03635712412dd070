package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.ReservationToMews;
import channelcert.contract.shared.AgeCategoryCode;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.ReservationState;
import channelcert.contract.shared.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a stored message back to the booking that it defines. */
public final class DefinitionMapper {
  private DefinitionMapper() {}

  /** The booking as the message defines it, without its card; empty when it cancels the booking. */
  public static Optional<BookingDefinition> read(String body) {
    ProcessGroupRequest message = ProcessGroupMapper.read(body);
    List<ReservationToMews> active =
        orNone(message.reservations()).stream()
            .filter(each -> !Integer.valueOf(ReservationState.CANCELED.wire()).equals(each.state()))
            .toList();
    if (active.isEmpty()) {
      return Optional.empty();
    }
    Amount total = message.totalAmount();
    PriceSide side = total != null && total.gross() == null ? PriceSide.NET : PriceSide.GROSS;
    @Nullable Source source = orNone(message.sources()).stream().findFirst().orElse(null);
    @Nullable Integer sourceCode = source == null ? null : source.code();
    return Optional.of(
        new BookingDefinition(
            message.channelManagerId(),
            orEmpty(message.channelId()),
            side,
            orEmpty(message.currencyCode()),
            sourceCode,
            null,
            guest(message.customer()),
            active.stream().map(each -> reservation(each, side)).toList(),
            null,
            source == null || sourceCode != null ? null : source.name(),
            message.availabilityBlockCode()));
  }

  private static ReservationDefinition reservation(ReservationToMews message, PriceSide side) {
    return new ReservationDefinition(
        message.code(),
        new Pair(orEmpty(message.ratePlanCode()), orEmpty(message.spaceTypeCode())),
        new Stay(day(message.from()), day(message.to())),
        orNone(message.amounts()).stream().map(each -> amount(each, side)).toList(),
        count(message, AgeCategoryCode.ADULT),
        count(message, AgeCategoryCode.CHILD),
        orNone(message.guests()).stream().map(DefinitionMapper::guest).toList(),
        orNone(message.extras()).stream()
            .map(
                each ->
                    new ProductLine(
                        each.code(),
                        each.count() == null ? 1 : each.count(),
                        amount(each.amount(), side)))
            .toList());
  }

  private static int count(ReservationToMews message, AgeCategoryCode category) {
    return orNone(message.guestCounts()).stream()
        .filter(each -> category.wire().equals(each.code()))
        .mapToInt(GuestCount::count)
        .sum();
  }

  private static Guest guest(@Nullable Customer customer) {
    return customer == null
        ? new Guest("", "")
        : new Guest(orEmpty(customer.firstName()), orEmpty(customer.lastName()));
  }

  private static BigDecimal amount(@Nullable Amount amount, PriceSide side) {
    BigDecimal value =
        amount == null ? null : side == PriceSide.GROSS ? amount.gross() : amount.net();
    return value == null ? BigDecimal.ZERO : value;
  }

  private static LocalDate day(@Nullable LocalDate day) {
    return day == null ? LocalDate.EPOCH : day;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
