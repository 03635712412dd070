package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.attend.Field;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Reply;
import channelcert.certification.attend.Template;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Given;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.InvalidBooking;
import channelcert.certification.verdict.Message;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReservationOrder;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ERR-6: the candidate sends a booking whose guest leaves before arriving, and learns from it. */
public final class InvalidReservation {
  private static final InvalidBooking BOOKING = InvalidBooking.noted("booking");

  private InvalidReservation() {}

  public static CertificationTest row() {
    return test("ERR-6", "error/invalid-reservation")
        .title("Invalid reservation")
        .scenario(
            "The candidate sends a booking with departure before arrival; Mews refuses it; the"
                + " candidate logs it and does not repeat it.")
        .uses()
        .step(InvalidReservation::sendAndWatch)
        .expect("invalid", "the message breaks a business rule", WIRE, BOOKING.isInvalid())
        .expect(
            "processing-error",
            "Mews answers code 7, at once or by Confirm booking",
            WIRE,
            BOOKING.isRefused())
        .expect(
            "not-repeated",
            "the candidate does not repeat the invalid message",
            WIRE,
            BOOKING.isNotRepeated())
        .expect("logged", "the error log names the booking", READ_BACK, BOOKING.isLogged())
        .build();
  }

  private static void sendAndWatch(Stage stage) throws InterruptedException {
    BookingOrder order = order(stage);
    String booking = order.channelManagerId();
    stage.note("booking", booking);
    stage.note("watched", watched(stage));
    stage.claimBooking(booking);
    Given given = stage.hands().sendInvalidBooking(order);
    Optional<Message> first =
        stage.awaitCaused(given, "processGroup", each -> isAbout(each.request(), booking));
    if (first.isPresent()) {
      // Nothing is awaited here but what must not come, so the whole window passes.
      stage.letPass(stage.observationWindow());
      readErrorLog(stage, booking);
    }
  }

  private static void readErrorLog(Stage stage, String booking) throws InterruptedException {
    if (stage.driver().present()) {
      stage.driver().readErrorLog();
    } else if (stage.people().attend()) {
      ObjectNode order = JsonNodeFactory.instance.objectNode();
      stage
          .people()
          .ask(
              new Instruction(
                  stage.code(),
                  "readErrorLog",
                  "Type the line of the log",
                  Template.fill("type-error-log", Map.of("booking", booking)),
                  new Form.Values(List.of(new Field("line of the log", Field.Kind.WORDS))),
                  order.put("channelManagerId", booking)),
              reply -> logLine(((Reply.Typed) reply).values().getFirst()));
    }
  }

  private static ObjectNode logLine(String typed) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = answer.putArray("entries");
    if (!typed.strip().equals(Field.NOTHING)) {
      entries.addObject().put("operation", "processGroup").put("message", typed.strip());
    }
    return answer;
  }

  /** How long, and what that is worth. */
  private static String watched(Stage stage) {
    String time = stage.observationWindow().toSeconds() + " s, and until the end of the run";
    return stage.candidate().capabilities().retrySeconds() == null
        ? time + " (note: say retrySeconds in the candidate file to cover two of your retries)"
        : time;
  }

  private static boolean isAbout(JsonNode request, String booking) {
    return request
        .path("channelManagerId")
        .asText()
        .toUpperCase(Locale.ROOT)
        .contains(booking.toUpperCase(Locale.ROOT));
  }

  private static BookingOrder order(Stage stage) {
    String nonce = Integer.toString(stage.random().nextInt(1 << 20, 1 << 30), 36);
    LocalDate arrival = stage.today().plusDays(stage.random().nextInt(20, 200));
    Pair pair = stage.mews().pairs().getFirst();
    return BookingOrder.builder()
        .channelManagerId("INVALID-" + nonce)
        .channelId("OTA-" + nonce)
        .pricing(Pricing.GROSS)
        .currencyCode(stage.mews().property().currencyCode())
        .customer(new Person("Ida", "Verkeerd"))
        .reservations(
            List.of(
                ReservationOrder.builder()
                    .code("01")
                    .spaceTypeCode(pair.spaceTypeCode())
                    .ratePlanCode(pair.ratePlanCode())
                    .from(arrival)
                    .to(arrival.minusDays(stage.random().nextInt(1, 5)))
                    .nightAmounts(List.of(new BigDecimal("101.45")))
                    .adults(1)
                    .children(0)
                    .build()))
        .build();
  }
}
