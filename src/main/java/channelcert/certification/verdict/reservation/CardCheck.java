package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the booking carries one of the published test cards, seen through the mask. */
public final class CardCheck {
  /** Evidence keeps the first six and the last four digits of a number. */
  private static final Pattern MASKED = Pattern.compile("(\\d{6})[*\\d]+(\\d{4})");

  private static final List<String> EXPIRIES = List.of("0821", "1022");

  private static final List<TestCard> CARDS =
      List.of(
          new TestCard("Visa", "411111", "1111", 16, 1),
          new TestCard("MasterCard", "555544", "1111", 16, 2),
          new TestCard("Amex", "370000", "0002", 15, 3),
          new TestCard("Diners", "360066", "3344", 14, 7),
          new TestCard("Discover", "644564", "6445", 16, 8));

  private record TestCard(String brand, String first, String last, int length, int type) {
    boolean is(Matcher masked) {
      return masked.matches()
          && first.equals(masked.group(1))
          && last.equals(masked.group(2))
          && masked.group().length() == length;
    }
  }

  private CardCheck() {}

  /** A test card with a test expiry and the type code of its brand. */
  public static Check card(NotedBooking noted) {
    String expected = "a test card (411111...1111 and four others) that expires 0821 or 1022";
    return noted.onMessage(expected, (booking, message) -> testCard(expected, message));
  }

  private static Finding testCard(String expected, Message message) {
    JsonNode card = message.request().path("paymentCard");
    Deviations deviations = new Deviations().because(Cause.CARD_MISSING);
    Matcher masked = MASKED.matcher(Wire.text(card, "number"));
    CARDS.stream()
        .filter(known -> known.is(masked))
        .findFirst()
        .ifPresentOrElse(
            known -> compareType(known, card.path("type"), deviations),
            () -> deviations.add("paymentCard.number", shown(card), "one of the test cards"));
    if (!EXPIRIES.contains(Wire.text(card, "expireDate"))) {
      deviations.add(
          "paymentCard.expireDate", Wire.show(card.path("expireDate")), "\"0821\" or \"1022\"");
    }
    return deviations.finding(
        expected,
        "card " + shown(card) + ", expiry " + Wire.show(card.path("expireDate")),
        "Fill paymentCard with a test card as digits only and its expiry as MMyy; without a card a"
            + " live booking is not accepted.",
        List.of(message.id()));
  }

  /** A type that is not known to the sender may be sent as 1. */
  private static void compareType(TestCard known, JsonNode type, Deviations deviations) {
    if (!Wire.isInteger(type)) {
      deviations.add("paymentCard.type", Wire.show(type), known.type() + " for " + known.brand());
    } else if (type.intValue() != known.type()) {
      deviations.note(
          "paymentCard.type is " + type + ", " + known.brand() + " has the code " + known.type());
    }
  }

  /** Never more of a number than the mask leaves. */
  private static String shown(JsonNode card) {
    String number = Wire.text(card, "number");
    if (number.isEmpty()) {
      return Wire.show(card.path("number"));
    }
    return number.length() < 11
        ? "of " + number.length() + " characters"
        : number.substring(0, 6) + "..." + number.substring(number.length() - 4);
  }
}
