package channelcert.fault;

import static channelcert.fault.Behaviours.dropRequest;
import static channelcert.fault.Behaviours.when;
import static channelcert.fault.Endpoint.PROCESS_GROUP;
import static channelcert.fault.Fault.fault;
import static channelcert.fault.Groups.add;
import static channelcert.fault.Groups.eachReservation;
import static channelcert.fault.Groups.onConfirmation;
import static channelcert.fault.Groups.onGroup;
import static channelcert.fault.Groups.onShownBooking;
import static channelcert.fault.Step.GROSS;
import static channelcert.fault.Step.NET;
import static channelcert.fault.Step.Shape.SINGLE;
import static channelcert.fault.Step.cancelled;
import static channelcert.fault.Step.modified;
import static channelcert.fault.Step.sent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be wrong with a booking of one space. */
final class SingleBookingFaults {
  private static final BigDecimal ONE = new BigDecimal("1.00");

  private SingleBookingFaults() {}

  static List<Fault> all() {
    return Stream.of(content(), amounts(), gross(), net()).flatMap(List::stream).toList();
  }

  private static List<Fault> content() {
    return List.of(
        fault("booking-not-sent", "A booking of the extranet is sent to Mews.")
            .foundBy("RES-1", "delivered", "RES-2", "RES-3")
            .as(
                when(
                    PROCESS_GROUP,
                    (group, memory) -> memory.isAbout(group, sent(SINGLE, GROSS)),
                    dropRequest(PROCESS_GROUP, group -> Answer.json(Refusals.success())))),
        made("booking-guest-count-missing", "Every age category has its guest count.", "guests")
            .as(first(res -> Tree.removeWhere(res, "guestCounts", SingleBookingFaults::isChild))),
        made(
                "booking-guest-counts-swapped",
                "Adults are adults and children are children.",
                "guests")
            .as(first(res -> Tree.each(res, "guestCounts", SingleBookingFaults::swapCategory))),
        fault("booking-with-tokens-swapped", "A message carries each token in its own field.")
            .foundBy("RES-1", "accepted", "RES-2", "RES-3")
            .as(onGroup(sent(SINGLE, GROSS), SingleBookingFaults::swapTokens)),
        fault("booking-for-another-connection", "A booking names its own connection.")
            .foundBy("RES-1", "accepted", "RES-2", "RES-3")
            .as(onGroup(sent(SINGLE, GROSS), group -> append(group, "connectionToken", "X"))),
        made("booking-under-another-rate", "A booking has the rate that was sold.", "ordered")
            .as(first(res -> res.put("ratePlanCode", other(res, "ratePlanCode", "FLX", "CRP")))),
        fault("booking-under-unmapped-category", "A booking has a category that Mews knows.")
            .foundBy("RES-1", "accepted", "RES-2")
            .as(first(res -> res.put("spaceTypeCode", "DOUBLE"))),
        made("booking-a-day-early", "A date is a calendar day, in no time zone.", "ordered")
            .as(first(res -> shift(res, -1))),
        fault("booking-departure-is-last-night", "The day of departure is no night.")
            .foundBy("RES-1", "ordered", "RES-2")
            .as(first(res -> res.put("to", day(res, "to").minusDays(1).toString()))),
        made("booking-in-cents", "Amounts are in units of the currency.", "ordered")
            .as(onGroup(sent(SINGLE, GROSS), group -> eachAmount(group, times("gross", 100)))),
        made("booking-canned", "A booking says what was ordered.", "ordered")
            .as(onGroup(sent(SINGLE, GROSS), group -> eachNight(group, new BigDecimal("100")))),
        fault("booking-sent-twice", "One booking is one group.")
            .foundBy("RES-1", "one-group", "RES-2", "RES-3")
            .remembering(() -> new SecondGroup(sent(SINGLE, GROSS))),
        made("booking-companion-missing", "Every arriving person is named.", "companion")
            .as(first(reservation -> reservation.remove("guests"))),
        made("booking-channel-missing", "The channel that sold the booking is named.", "channel")
            .as(onGroup(sent(SINGLE, GROSS), group -> group.remove("sources"))),
        made("booking-card-missing", "A live booking carries a card.", "card")
            .as(onGroup(sent(SINGLE, GROSS), group -> group.remove("paymentCard"))),
        made("booking-card-expiry-wrong", "The card expires when the test card does.", "card")
            .as(onGroup(sent(SINGLE, GROSS), group -> onCard(group, "expireDate", "1230"))),
        fault("booking-payment-type-missing", "A booking says how it is paid.")
            .foundBy("RES-1", "payment-type", "RES-2", "RES-3")
            .as(onGroup(sent(SINGLE, GROSS), group -> group.remove("paymentType"))));
  }

  private static List<Fault> amounts() {
    return List.of(
        made("booking-group-total-wrong", "The total is the sum of its parts.", "amounts")
            .as(onGroup(sent(SINGLE, GROSS), group -> add(group.path("totalAmount"), ONE))),
        made("booking-reservation-total-wrong", "The total is the sum of its nights.", "amounts")
            .as(first(reservation -> add(reservation.path("totalAmount"), ONE))),
        fault("booking-night-missing", "There is an amount for every night.")
            .foundBy("RES-1", "amounts", "RES-2")
            .as(first(reservation -> ((ArrayNode) reservation.path("amounts")).remove(0))),
        made("booking-gross-and-net-mixed", "A gross booking has gross amounts.", "amounts-side")
            .as(onGroup(sent(SINGLE, GROSS), group -> eachAmount(group, both("gross", "net")))));
  }

  private static List<Fault> gross() {
    return List.of(
        made("confirmation-refused", "A booking that was sent is known.", "confirmation-answered")
            .as(
                onConfirmation(
                    sent(SINGLE, GROSS),
                    answer ->
                        Answer.json(
                            Refusals.of(
                                2, "This booking is not known here; look at the booking list.")))),
        made("confirmation-answered-with-html", "Answers are JSON.", "confirmation-answered")
            .as(
                onConfirmation(
                    sent(SINGLE, GROSS), answer -> Answer.of(200, "text/html", "<p>OK</p>"))),
        made("confirmation-number-lost", "The extranet shows the confirmed number.", "read-back")
            .as(
                onShownBooking(
                    sent(SINGLE, GROSS),
                    booking ->
                        Tree.each(
                            booking,
                            "reservations",
                            reservation -> reservation.put("confirmationNumber", "0")))),
        fault("modification-under-new-id", "A booking keeps its identifier.")
            .foundBy("RES-2", "same-booking", "RES-3")
            .as(onGroup(modified(SINGLE, GROSS), group -> append(group, "channelManagerId", "-M"))),
        fault("modification-under-new-code", "A reservation keeps its code.")
            .foundBy("RES-2", "same-codes", "RES-3")
            .as(
                onGroup(
                    modified(SINGLE, GROSS),
                    group -> eachReservation(group, res -> append(res, "code", "M")))),
        fault("modification-drops-the-customer", "A modification is a complete definition.")
            .foundBy("RES-2", "accepted")
            .as(onGroup(modified(SINGLE, GROSS), group -> group.remove("customer"))),
        fault("modification-changes-the-number", "A booking keeps its confirmation number.")
            .foundBy("RES-2", "read-back")
            .as(
                onShownBooking(
                    modified(SINGLE, GROSS),
                    booking ->
                        eachReservation(booking, r -> append(r, "confirmationNumber", "1")))),
        fault("modification-without-change", "A modification sends the new content.")
            .foundBy("RES-2", "changed")
            .remembering(() -> new Replay(sent(SINGLE, GROSS), modified(SINGLE, GROSS))),
        fault("cancellation-lists-reservations", "A cancelled booking has no reservations.")
            .foundBy("RES-3", "cancelled")
            .remembering(() -> new Replay(modified(SINGLE, GROSS), cancelled(SINGLE, GROSS))),
        fault("cancellation-not-sent", "A cancellation is sent to Mews.")
            .foundBy("RES-3", "delivered")
            .as(
                when(
                    PROCESS_GROUP,
                    (group, memory) -> memory.isAbout(group, cancelled(SINGLE, GROSS)),
                    dropRequest(PROCESS_GROUP, group -> Answer.json(Refusals.success())))));
  }

  private static List<Fault> net() {
    return List.of(
        fault("booking-net-sent-as-gross", "A net booking has net amounts.")
            .foundBy("RES-4", "amounts-side")
            .as(onGroup(sent(SINGLE, NET), group -> eachAmount(group, renamed("net", "gross")))),
        fault("booking-net-rounded", "A net booking has exact amounts.")
            .foundBy("RES-4", "ordered")
            .as(onGroup(sent(SINGLE, NET), group -> eachAmount(group, rounded("net")))),
        fault("modification-keeps-old-total", "The total follows the change.")
            .foundBy("RES-5", "amounts")
            .as(onGroup(modified(SINGLE, NET), group -> add(group.path("totalAmount"), ONE))),
        fault("cancellation-under-new-id", "A cancellation names the booking.")
            .foundBy("RES-6", "accepted")
            .as(onGroup(cancelled(SINGLE, NET), group -> append(group, "channelManagerId", "-C"))),
        fault("cancellation-not-shown", "The extranet shows that a booking is cancelled.")
            .foundBy("RES-6", "read-back")
            .as(
                onShownBooking(
                    cancelled(SINGLE, NET), booking -> booking.put("status", "CONFIRMED"))));
  }

  private static Fault.Placed made(String name, String breaks, String expectation) {
    return fault(name, breaks).foundBy("RES-1", expectation);
  }

  private static Behaviour first(Consumer<ObjectNode> edit) {
    return onGroup(sent(SINGLE, GROSS), group -> edit.accept(Groups.reservation(group, 0)));
  }

  private static void swapCategory(ObjectNode count) {
    count.put("code", isChild(count) ? "Adult" : "Child");
  }

  private static void swapTokens(ObjectNode group) {
    String client = group.path("clientToken").asText();
    group.put("clientToken", group.path("connectionToken").asText());
    group.put("connectionToken", client);
  }

  private static String other(ObjectNode object, String field, String one, String another) {
    return object.path(field).asText().equals(one) ? another : one;
  }

  private static LocalDate day(ObjectNode reservation, String field) {
    return LocalDate.parse(reservation.path(field).asText());
  }

  private static void shift(ObjectNode reservation, int days) {
    reservation.put("from", day(reservation, "from").plusDays(days).toString());
    reservation.put("to", day(reservation, "to").plusDays(days).toString());
  }

  /** Every night costs the same, and the totals fit. */
  private static void eachNight(ObjectNode group, BigDecimal gross) {
    eachReservation(
        group,
        reservation -> {
          Tree.each(reservation, "amounts", amount -> amount.put("gross", gross));
          BigDecimal nights = new BigDecimal(reservation.path("amounts").size());
          reservation.putObject("totalAmount").put("gross", gross.multiply(nights));
        });
    Groups.sumUp(group);
  }

  private static Consumer<ObjectNode> times(String side, int factor) {
    return amount ->
        amount.put(side, amount.path(side).decimalValue().multiply(BigDecimal.valueOf(factor)));
  }

  private static Consumer<ObjectNode> rounded(String side) {
    return amount ->
        amount.put(side, amount.path(side).decimalValue().setScale(0, RoundingMode.HALF_UP));
  }

  private static boolean isChild(ObjectNode count) {
    return count.path("code").asText().equals("Child");
  }

  private static void onCard(ObjectNode group, String field, String value) {
    if (group.path("paymentCard") instanceof ObjectNode card) {
      card.put(field, value);
    }
  }

  private static void append(ObjectNode object, String field, String suffix) {
    object.put(field, object.path(field).asText() + suffix);
  }

  private static void eachAmount(ObjectNode group, Consumer<ObjectNode> edit) {
    change(group, edit);
    eachReservation(
        group,
        reservation -> {
          change(reservation, edit);
          Tree.each(reservation, "amounts", edit);
          Tree.each(reservation, "extras", extra -> edit.accept((ObjectNode) extra.path("amount")));
        });
  }

  private static void change(ObjectNode holder, Consumer<ObjectNode> edit) {
    if (holder.path("totalAmount") instanceof ObjectNode total) {
      edit.accept(total);
    }
  }

  private static Consumer<ObjectNode> both(String from, String to) {
    return amount -> amount.set(to, amount.path(from));
  }

  private static Consumer<ObjectNode> renamed(String from, String to) {
    return amount -> amount.set(to, amount.remove(from));
  }
}
