package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.candidate.ReadBack;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.reservation.StaffChecks;
import channelcert.certification.verdict.reservation.StaffReadBack;
import channelcert.exchange.Direction;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Stay;
import channelcert.mews.reservation.outgoing.HouseGroup;
import channelcert.mews.reservation.outgoing.HouseReservation;
import channelcert.mews.reservation.outgoing.MaskedCard;
import channelcert.mews.reservation.outgoing.StaffBooking;
import channelcert.mews.reservation.outgoing.StaffReservation;
import channelcert.mews.reservation.outgoing.TimeState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SUP-17: hotel staff make, change and cancel a booking; the candidate gives it codes. */
final class StaffBookings {
  private static final String OPERATION = "processGroup";
  private static final String NOT_REGISTERED = "not-registered";
  private static final int EARLIEST_DAY = 60;
  private static final int LATEST_DAY = 300;
  private static final MaskedCard CARD =
      new MaskedCard(1, "411111******1111", "1030", "card-of-the-house", "Ella Smit");

  private StaffBookings() {}

  static CertificationTest row() {
    return supplementary("SUP-17", "supplementary/staff-bookings")
        .title("Bookings made by hotel staff, with the codes of the candidate")
        .scenario(
            "Hotel staff make a booking of two reservations in Mews, extend one of them and check"
                + " it in, cancel the other one, and in the end cancel the booking.")
        .step(StaffBookings::handle)
        .expect(
            "taken",
            "every message about the booking is answered with success",
            WIRE,
            offered(StaffChecks.taken()))
        .expect(
            "confirmed",
            "every message is confirmed once to its response address",
            WIRE,
            offered(StaffChecks.confirmed()))
        .expect(
            "codes",
            "the first confirmation gives the booking and each reservation a code",
            WIRE,
            offered(StaffChecks.codes()))
        .expect(
            "stable",
            "later confirmations repeat the same codes",
            WIRE,
            offered(StaffChecks.stable()))
        .expect(
            "handed-back",
            "Mews names the codes in its later messages",
            WIRE,
            offered(StaffChecks.handedBack()))
        .expect(
            "progress",
            "each message tells the progress of the stay, and a card by its mask only",
            WIRE,
            offered(StaffChecks.progress()))
        .expect(
            "made",
            "the extranet shows the new booking with the numbers of Mews",
            READ_BACK,
            offered(StaffReadBack.shown(StaffReadBack.Look.MADE)))
        .expect(
            "changed",
            "the extranet shows the longer stay",
            READ_BACK,
            offered(StaffReadBack.shown(StaffReadBack.Look.CHANGED)))
        .expect(
            "partly-cancelled",
            "the extranet shows one reservation as cancelled and the other one not",
            READ_BACK,
            offered(StaffReadBack.shown(StaffReadBack.Look.PARTLY_CANCELLED)))
        .expect(
            "cancelled",
            "the extranet shows the booking as cancelled",
            READ_BACK,
            offered(StaffReadBack.shown(StaffReadBack.Look.CANCELLED)))
        .build();
  }

  private static Check offered(Check check) {
    return Probes.unlessSetAside(NOT_REGISTERED, check);
  }

  private static void handle(Stage stage) throws InterruptedException {
    if (!stage.probe().isRegistered(OPERATION)) {
      stage.note(NOT_REGISTERED, "the candidate registered no address for bookings of Mews");
      return;
    }
    String property = stage.mews().property().id();
    LocalDate arrival = stage.today().plusDays(stage.random().nextInt(EARLIEST_DAY, LATEST_DAY));
    List<Pair> pairs = pairs(stage);
    StaffReservation first = reservation(pairs.getFirst(), arrival, 2).paidWith(CARD);
    StaffReservation second = reservation(pairs.getLast(), arrival, 1);

    HouseGroup made = stage.mews().staff().create(property, booking(first, second));
    List<String> numbers =
        made.reservations().stream().map(HouseReservation::confirmationNumber).toList();
    stage.note(StaffChecks.NUMBERS, String.join(",", numbers));
    awaitConfirmation(stage, 1);
    look(stage);

    StaffReservation longer =
        reservation(pairs.getFirst(), arrival, 3)
            .numbered(numbers.getFirst())
            .in(TimeState.CHECKED_IN);
    stage
        .mews()
        .staff()
        .change(property, made.id(), booking(longer, second.numbered(numbers.getLast())));
    awaitConfirmation(stage, 2);
    look(stage);

    stage.mews().staff().move(property, made.id(), numbers.getLast(), TimeState.CANCELED);
    awaitConfirmation(stage, 3);
    look(stage);

    stage.mews().staff().cancel(property, made.id());
    awaitConfirmation(stage, 4);
    look(stage);
  }

  /** One rate plan in two categories. */
  private static List<Pair> pairs(Stage stage) {
    Map<String, List<Pair>> byRate =
        stage.mews().pairs().stream().collect(Collectors.groupingBy(Pair::ratePlanCode));
    return byRate.values().stream()
        .filter(pairs -> pairs.size() > 1)
        .map(pairs -> pairs.subList(0, 2))
        .min((one, other) -> one.toString().compareTo(other.toString()))
        .orElseThrow();
  }

  private static StaffReservation reservation(Pair pair, LocalDate arrival, int nights) {
    return StaffReservation.of(
        pair.spaceTypeCode(),
        pair.ratePlanCode(),
        new Stay(arrival, arrival.plusDays(nights)),
        List.of(new GuestCount("Adult", 1)));
  }

  private static StaffBooking booking(StaffReservation... reservations) {
    JsonNode customer =
        JsonNodeFactory.instance
            .objectNode()
            .put("firstName", "Ella")
            .put("lastName", "Smit")
            .put("email", "ella@example.com");
    return new StaffBooking(customer, null, List.of("Quiet room, please"), List.of(reservations));
  }

  /** Waits until as many different messages are confirmed; the checks tell where they are not. */
  private static void awaitConfirmation(Stage stage, int messages) throws InterruptedException {
    Set<String> confirmed = new HashSet<>();
    stage.awaitExchange(
        Direction.CANDIDATE_TO_MEWS,
        "processGroupConfirmation",
        request -> {
          confirmed.add(request.path("relatedMessageId").asText());
          return confirmed.size() >= messages;
        });
  }

  private static void look(Stage stage) {
    Optional<String> code = StaffChecks.code(stage.messages());
    if (code.isPresent() && stage.candidate().readBack() == ReadBack.DRIVER) {
      stage.driver().readBookings(List.of(code.get()));
    }
  }
}
