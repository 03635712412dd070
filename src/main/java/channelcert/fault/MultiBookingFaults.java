package channelcert.fault;

import static channelcert.fault.Fault.fault;
import static channelcert.fault.Groups.add;
import static channelcert.fault.Groups.addToNight;
import static channelcert.fault.Groups.eachReservation;
import static channelcert.fault.Groups.last;
import static channelcert.fault.Groups.onConfirmation;
import static channelcert.fault.Groups.onGroup;
import static channelcert.fault.Groups.onShownBooking;
import static channelcert.fault.Groups.reservation;
import static channelcert.fault.Groups.sumUp;
import static channelcert.fault.Step.GROSS;
import static channelcert.fault.Step.NET;
import static channelcert.fault.Step.Shape.MULTI;
import static channelcert.fault.Step.cancelled;
import static channelcert.fault.Step.modified;
import static channelcert.fault.Step.sent;
import static channelcert.fault.Tree.removeWhere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with a booking of several spaces. */
final class MultiBookingFaults {
  private static final BigDecimal ONE = new BigDecimal("1.00");

  private MultiBookingFaults() {}

  static List<Fault> all() {
    return Stream.of(gross(), net()).flatMap(List::stream).toList();
  }

  private static List<Fault> gross() {
    return List.of(
        fault("group-split", "All spaces of a booking travel in one message.")
            .foundBy("RES-7", "one-group", "RES-8", "RES-9")
            .as(new SplitGroup(sent(MULTI, GROSS))),
        fault("group-third-space-lost", "Every space of a booking is sent.")
            .foundBy("RES-7", "three-reservations", "RES-8")
            .as(onGroup(sent(MULTI, GROSS), MultiBookingFaults::loseLast)),
        fault("group-one-rate-for-all", "Every space keeps its own rate plan.")
            .foundBy("RES-7", "two-rates")
            .as(onGroup(sent(MULTI, GROSS), MultiBookingFaults::rateOfTheThird)),
        fault("group-average-night-amounts", "Every night keeps its own amount.")
            .foundBy("RES-7", "night-amounts-differ")
            .as(onGroup(sent(MULTI, GROSS), MultiBookingFaults::averageNights)),
        fault("group-codes-missing", "Every reservation has a code of its own.")
            .foundBy("RES-7", "accepted", "RES-8")
            .as(
                onGroup(
                    sent(MULTI, GROSS),
                    group -> eachReservation(group, each -> each.put("code", "01")))),
        fault("group-change-partial", "A change repeats what stays as it is.")
            .foundBy("RES-8", "third-unchanged")
            .as(onGroup(modified(MULTI, GROSS), MultiBookingFaults::loseLast)),
        fault("group-change-touches-third", "What was not changed stays as it is.")
            .foundBy("RES-8", "third-unchanged")
            .as(onGroup(modified(MULTI, GROSS), MultiBookingFaults::dearerLast)),
        fault("group-change-without-dates", "The new dates are sent.")
            .foundBy("RES-8", "dates-changed")
            .remembering(() -> new OldDates(sent(MULTI, GROSS), modified(MULTI, GROSS))),
        fault("group-cancelled-in-part", "A cancellation is about all spaces.")
            .foundBy("RES-9", "cancelled")
            .remembering(
                () ->
                    new Replay(
                        modified(MULTI, GROSS),
                        cancelled(MULTI, GROSS),
                        MultiBookingFaults::cancelFirst)));
  }

  private static List<Fault> net() {
    return List.of(
        fault("group-total-of-first-space", "The group total is the sum of all spaces.")
            .foundBy("RES-10", "amounts")
            .as(
                onGroup(
                    sent(MULTI, NET),
                    group ->
                        group.set(
                            "totalAmount", reservation(group, 0).path("totalAmount").deepCopy()))),
        fault("group-confirmation-lost", "The extranet shows every confirmed number.")
            .foundBy("RES-10", "read-back")
            .as(
                onShownBooking(
                    sent(MULTI, NET),
                    booking -> reservation(booking, 2).remove("confirmationNumber"))),
        fault("group-mixes-gross-and-net", "A booking is priced on one side.")
            .foundBy("RES-10", "amounts-side", "RES-11")
            .as(onGroup(sent(MULTI, NET), MultiBookingFaults::grossBesideNet)),
        fault("group-change-swaps-codes", "A reservation keeps its code.")
            .foundBy("RES-11", "third-unchanged")
            .as(onGroup(modified(MULTI, NET), MultiBookingFaults::swapCodes)),
        fault("group-change-total-wrong", "The total follows the change.")
            .foundBy("RES-11", "amounts")
            .as(onGroup(modified(MULTI, NET), group -> add(group.path("totalAmount"), ONE))),
        fault("group-cancellation-forgotten", "A cancelled booking is still known.")
            .foundBy("RES-12", "confirmation-answered")
            .as(
                onConfirmation(
                    cancelled(MULTI, NET),
                    answer ->
                        Answer.json(
                            Refusals.of(2, "The booking was cancelled and is not kept here.")))));
  }

  private static void grossBesideNet(ObjectNode group) {
    eachReservation(
        group,
        reservation ->
            Tree.each(
                reservation,
                "amounts",
                night -> night.put("gross", night.path("net").decimalValue())));
  }

  private static void rateOfTheThird(ObjectNode group) {
    JsonNode rate = reservation(group, 2).path("ratePlanCode");
    eachReservation(group, reservation -> reservation.set("ratePlanCode", rate));
  }

  /** The second night costs what the first one does; the totals follow. */
  private static void averageNights(ObjectNode group) {
    JsonNode nights = reservation(group, 1).path("amounts");
    BigDecimal first = nights.path(0).path("gross").decimalValue();
    addToNight(
        group,
        reservation(group, 1),
        1,
        first.subtract(nights.path(1).path("gross").decimalValue()));
  }

  private static void loseLast(ObjectNode group) {
    JsonNode code = last(group).path("code");
    removeWhere(group, "reservations", reservation -> reservation.path("code").equals(code));
    sumUp(group);
  }

  private static void cancelFirst(ObjectNode group) {
    ObjectNode first = reservation(group, 0);
    first.retain("code");
    first.put("state", 3);
    sumUp(group);
  }

  private static void dearerLast(ObjectNode group) {
    addToNight(group, last(group), 0, ONE);
  }

  /** The space that stays gets the code of the one that is new, and the other way round. */
  private static void swapCodes(ObjectNode group) {
    JsonNode code = last(group).path("code");
    last(group).set("code", reservation(group, 1).path("code"));
    reservation(group, 1).set("code", code);
  }
}
