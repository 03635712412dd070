package channelcert.mews.reservation;

import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.ReservationToMews;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Customer;
import channelcert.contract.shared.Extra;
import channelcert.contract.shared.ReservationState;
import channelcert.contract.shared.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a schema cannot say about the form of a message: fields that only a cancellation may
 * miss, amounts without a value, identifiers beyond every use. Used once.
 */
final class GroupFormMapper {
  private static final int LONGEST_IDENTIFIER = 500;

  private final List<String> problems = new ArrayList<>();

  /** Every problem of form in one sentence each; empty when the message can be read. */
  static List<String> problems(ProcessGroupRequest request) {
    GroupFormMapper form = new GroupFormMapper();
    form.group(request);
    return form.problems;
  }

  /** Whether the whole group is to be cancelled. */
  static boolean isCancellation(ProcessGroupRequest request) {
    return request.reservations() == null
        || request.reservations().stream().allMatch(GroupFormMapper::isCancelled);
  }

  /** Whether the state of the reservation says that it is cancelled. */
  static boolean isCancelled(ReservationToMews reservation) {
    return ReservationState.CANCELED.wire().equals(reservation.state());
  }

  private void group(ProcessGroupRequest request) {
    identifier("messageId", request.messageId());
    identifier("channelManagerId", request.channelManagerId());
    if (isCancellation(request)) {
      return;
    }
    required("channelId", request.channelId());
    required("currencyCode", request.currencyCode());
    required("paymentType", request.paymentType());
    required("customer", request.customer());
    amount("totalAmount", request.totalAmount());
    title("customer", request.customer());
    title("booker", request.booker());
    List<ReservationToMews> reservations = request.reservations();
    for (int i = 0; reservations != null && i < reservations.size(); i++) {
      reservation("reservations[" + i + "]", reservations.get(i));
    }
  }

  private void reservation(String path, ReservationToMews reservation) {
    if (isCancelled(reservation)) {
      return;
    }
    state(path, reservation.state());
    required(path + ".spaceTypeCode", reservation.spaceTypeCode());
    required(path + ".ratePlanCode", reservation.ratePlanCode());
    required(path + ".amounts", reservation.amounts());
    if (reservation.adultCount() == null && reservation.childCount() == null) {
      required(path + ".guestCounts", reservation.guestCounts());
    }
    required(path + ".from", reservation.from());
    required(path + ".to", reservation.to());
    amount(path + ".totalAmount", reservation.totalAmount());
    List<Amount> amounts = reservation.amounts();
    for (int i = 0; amounts != null && i < amounts.size(); i++) {
      amount(path + ".amounts[" + i + "]", amounts.get(i));
    }
    List<Customer> guests = reservation.guests();
    for (int i = 0; guests != null && i < guests.size(); i++) {
      title(path + ".guests[" + i + "]", guests.get(i));
    }
    List<Extra> extras = reservation.extras();
    for (int i = 0; extras != null && i < extras.size(); i++) {
      amount(path + ".extras[" + i + "].amount", extras.get(i).amount());
    }
  }

  private void title(String path, @Nullable Customer person) {
    String title = person == null ? null : person.title();
    if (title != null && Stream.of(Title.values()).noneMatch(each -> each.wire().equals(title))) {
      problems.add(
          path
              + ".title: '"
              + title
              + "' is no title; send Mister, Misses or Miss, or leave it out.");
    }
  }

  private void state(String path, @Nullable Integer state) {
    if (state != null
        && !ReservationState.CREATED.wire().equals(state)
        && !ReservationState.MODIFIED.wire().equals(state)) {
      problems.add(path + ".state: " + state + " is no state; send 1, 2 or 3, or leave it out.");
    }
  }

  private void identifier(String path, String value) {
    if (value.isBlank() || value.length() > LONGEST_IDENTIFIER) {
      problems.add(path + ": the value must have 1 to " + LONGEST_IDENTIFIER + " characters.");
    }
  }

  private void required(String path, @Nullable Object value) {
    if (value == null) {
      problems.add(path + ": the field is missing; only a cancellation may leave it out.");
    }
  }

  private void amount(String path, @Nullable Amount amount) {
    required(path, amount);
    if (amount == null) {
      return;
    }
    if (amount.gross() == null && amount.net() == null) {
      problems.add(path + ": gross and net are both missing; send at least one of them.");
    }
  }
}
