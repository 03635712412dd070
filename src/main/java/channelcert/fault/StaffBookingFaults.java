package channelcert.fault;

import static channelcert.fault.Behaviours.dropRequest;
import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Endpoint.READ_BOOKINGS;
import static channelcert.fault.Fault.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Faults with bookings that hotel staff make, found where only their row runs. */
final class StaffBookingFaults {
  private static final String ROW = "SUP-17";
  private static final int AUTHENTICATION = 8;
  private static final Endpoint GROUPS = new Endpoint(Party.CANDIDATE, "processGroup");
  private static final Endpoint CONFIRMATION = new Endpoint(Party.MEWS, "processGroupConfirmation");

  private StaffBookingFaults() {}

  static List<Fault> all() {
    return List.of(
        fault("staff-booking-refused", "Bookings of Mews are taken like those of a channel.")
            .foundBy(ROW, "taken")
            .as(
                dropRequest(
                    GROUPS,
                    group ->
                        Answer.json(Refusals.of(AUTHENTICATION, "No bookings of Mews here.")))),
        fault("staff-booking-never-confirmed", "Every message of Mews is confirmed.")
            .foundBy(ROW, "confirmed")
            .as(dropRequest(CONFIRMATION, report -> Answer.json(Refusals.success()))),
        fault("staff-booking-without-codes", "A confirmation pairs numbers with codes.")
            .foundBy(ROW, "codes")
            .as(onRequest(CONFIRMATION, (report, memory) -> report.remove("reservations"))),
        fault("staff-booking-recoded", "A code is given once.")
            .foundBy(ROW, "stable")
            .remembering(StaffBookingFaults::recodes),
        fault("staff-booking-kept-as-made", "A later message is a new complete definition.")
            .foundBy(ROW, "changed")
            .remembering(StaffBookingFaults::keepsFirst),
        fault("staff-cancellation-not-shown", "What Mews cancels is cancelled in the extranet.")
            .foundBy(ROW, "partly-cancelled")
            .as(
                onAnswer(
                    READ_BOOKINGS,
                    (asked, answer, memory) ->
                        Tree.each(
                            answer,
                            "bookings",
                            booking ->
                                Tree.each(
                                    booking,
                                    "reservations",
                                    each -> each.put("cancelled", false))))));
  }

  /** The last confirmation of the story names another code than those before it. */
  private static Behaviour recodes() {
    AtomicInteger seen = new AtomicInteger();
    return onRequest(
        CONFIRMATION,
        (report, memory) -> {
          if (seen.incrementAndGet() > 1) {
            Tree.each(
                report,
                "reservations",
                each -> each.put("code", each.path("code").asText() + "-" + seen.get()));
          }
        });
  }

  /** The extranet shows the first definition for good. */
  private static Behaviour keepsFirst() {
    AtomicReference<JsonNode> first = new AtomicReference<>();
    return onAnswer(
        READ_BOOKINGS,
        (asked, answer, memory) ->
            Tree.each(
                answer,
                "bookings",
                booking -> {
                  first.compareAndSet(null, booking.path("definition").deepCopy());
                  booking.set("definition", first.get());
                }));
  }
}
