package channelcert.channelmanager.incoming;

import channelcert.channelmanager.mapping.Mapping;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.GuestCount;
import channelcert.contract.shared.ReservationState;
import channelcert.contract.shared.Source;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a booking from Mews, each reason once. Used once. */
final class GroupCheckMapper {
  private static final int LONGEST = 255;
  private static final int LONGEST_ADDRESS = 2000;

  private final Mapping mapping;
  private final Set<Refusal> refusals = new LinkedHashSet<>();

  private GroupCheckMapper(Mapping mapping) {
    this.mapping = mapping;
  }

  static List<Refusal> refusals(ProcessGroupToChmRequest request, Mapping mapping) {
    GroupCheckMapper check = new GroupCheckMapper(mapping);
    check.group(request);
    return List.copyOf(check.refusals);
  }

  /** Whether the reservation is cancelled, by its state or by its progress. */
  static boolean isCancelled(ReservationToChm reservation) {
    Integer progress = reservation.timeState();
    return ReservationState.CANCELED.wire().equals(reservation.state())
        || (progress != null && (progress == 4 || progress == 5));
  }

  private void group(ProcessGroupToChmRequest request) {
    length("messageId", request.messageId(), LONGEST);
    length("responseUrl", request.responseUrl(), LONGEST_ADDRESS);
    length("channelManagerId", request.channelManagerId(), LONGEST);
    List<ReservationToChm> reservations = request.reservations();
    if (reservations == null || reservations.isEmpty()) {
      if (request.channelManagerId() == null) {
        invalid("channelManagerId: missing in the cancellation of a whole booking; send our code.");
      }
      return;
    }
    required("currencyCode", request.currencyCode());
    required("customer", request.customer());
    required("totalAmount", request.totalAmount());
    sources(request.sources());
    numbers(reservations);
    for (int i = 0; i < reservations.size(); i++) {
      reservation("reservations[" + i + "]", reservations.get(i));
    }
    groupTotal(request, reservations);
  }

  private void sources(@Nullable List<Source> sources) {
    if (sources != null
        && !sources.isEmpty()
        && sources.stream().filter(Source::isPrimary).count() != 1) {
      invalid("sources: exactly one has to be marked with isPrimary true.");
    }
  }

  private void numbers(List<ReservationToChm> reservations) {
    Set<String> numbers = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (ReservationToChm reservation : reservations) {
      length("confirmationNumber", reservation.confirmationNumber(), LONGEST);
      if (!numbers.add(reservation.confirmationNumber())) {
        invalid(
            "confirmationNumber: "
                + reservation.confirmationNumber()
                + " is listed twice; numbers are unique in a booking.");
      }
      String code = reservation.code();
      if (code != null && !codes.add(code)) {
        invalid("code: " + code + " is listed twice; codes are unique in a booking.");
      }
    }
  }

  private void reservation(String path, ReservationToChm reservation) {
    if (isCancelled(reservation)) {
      return;
    }
    required(path + ".from", reservation.from());
    required(path + ".to", reservation.to());
    required(path + ".amounts", reservation.amounts());
    required(path + ".totalAmount", reservation.totalAmount());
    persons(path, reservation.guestCounts());
    if (required(path + ".ratePlanCode", reservation.ratePlanCode())
        && !mapping.hasRatePlan(Objects.requireNonNull(reservation.ratePlanCode()))) {
      refusals.add(Refusal.unmappedRatePlan(reservation.ratePlanCode()));
    }
    if (required(path + ".spaceTypeCode", reservation.spaceTypeCode())
        && !mapping.hasSpaceType(Objects.requireNonNull(reservation.spaceTypeCode()))) {
      refusals.add(Refusal.unmappedSpaceType(reservation.spaceTypeCode()));
    }
    nights(path, reservation);
    total(path, reservation);
  }

  private void persons(String path, @Nullable List<GuestCount> counts) {
    if (required(path + ".guestCounts", counts)
        && Objects.requireNonNull(counts).stream().mapToInt(GuestCount::count).sum() < 1) {
      invalid(path + ".guestCounts: nobody is counted; send at least one person.");
    }
  }

  private void nights(String path, ReservationToChm reservation) {
    if (reservation.from() == null || reservation.to() == null || reservation.amounts() == null) {
      return;
    }
    long nights = ChronoUnit.DAYS.between(reservation.from(), reservation.to());
    if (nights < 1) {
      invalid(
          path
              + ".to: the departure "
              + reservation.to()
              + " is not after the arrival "
              + reservation.from()
              + ".");
    } else if (reservation.amounts().size() != nights) {
      invalid(
          path
              + ".amounts: "
              + reservation.amounts().size()
              + " amounts for "
              + nights
              + " nights; send one for each night.");
    }
  }

  private void total(String path, ReservationToChm reservation) {
    if (reservation.amounts() == null || reservation.totalAmount() == null) {
      return;
    }
    Stream<Amount> extras =
        reservation.extras() == null
            ? Stream.empty()
            : reservation.extras().stream().map(extra -> extra.amount());
    sum(
        path + ".totalAmount",
        reservation.totalAmount(),
        Stream.concat(reservation.amounts().stream(), extras).toList());
  }

  private void groupTotal(ProcessGroupToChmRequest request, List<ReservationToChm> reservations) {
    if (request.totalAmount() != null) {
      sum(
          "totalAmount",
          request.totalAmount(),
          reservations.stream()
              .filter(each -> !isCancelled(each))
              .flatMap(each -> Stream.ofNullable(each.totalAmount()))
              .toList());
    }
  }

  private void sum(String path, Amount total, List<Amount> parts) {
    if (differs(total.gross(), parts.stream().map(Amount::gross).toList())
        || differs(total.net(), parts.stream().map(Amount::net).toList())) {
      invalid(path + ": it is not the sum of its parts; send nights and extras together.");
    }
  }

  /** A side that some part does not state cannot be compared. */
  private static boolean differs(
      @Nullable BigDecimal total, List<? extends @Nullable BigDecimal> parts) {
    if (total == null || parts.stream().anyMatch(Objects::isNull)) {
      return false;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      sum = sum.add(Objects.requireNonNull(part));
    }
    return sum.compareTo(total) != 0;
  }

  private boolean required(String path, @Nullable Object value) {
    if (value == null) {
      invalid(path + ": missing; only a cancellation may leave it out.");
    }
    return value != null;
  }

  private void length(String path, @Nullable String value, int longest) {
    if (value != null && (value.isBlank() || value.length() > longest)) {
      invalid(path + ": has to have 1 to " + longest + " characters.");
    }
  }

  private void invalid(String message) {
    refusals.add(Refusal.of(RefusalCode.VALIDATION, message));
  }
}
