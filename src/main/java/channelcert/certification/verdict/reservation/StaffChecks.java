package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks about bookings that hotel staff make: messages from Mews, confirmed by the candidate. */
public final class StaffChecks {
  /** Note of the confirmation numbers of the booking, separated by commas. */
  public static final String NUMBERS = "numbers";

  private static final String GROUPS = "processGroup";
  private static final String CONFIRMATIONS = "processGroupConfirmation";

  private StaffChecks() {}

  /** The code that the candidate gave the booking, once it confirmed it. */
  public static Optional<String> code(List<Message> messages) {
    return messages.stream()
        .filter(each -> each.exchange().direction() == Direction.CANDIDATE_TO_MEWS)
        .filter(each -> each.operation().equals(CONFIRMATIONS))
        .map(each -> Wire.text(each.request(), "code"))
        .filter(code -> !code.isBlank())
        .findFirst();
  }

  /** Every message was answered with success. */
  public static Check taken() {
    String expected = "every message answered with success";
    return onMessages(
        expected,
        (row, sent) -> {
          Deviations deviations = new Deviations();
          sent.values()
              .forEach(
                  message -> {
                    if (!message.answer().path("success").asBoolean(false)) {
                      deviations.add(message.id() + " was answered " + Wire.show(message.answer()));
                    }
                  });
          return deviations.finding(
              expected,
              sent.size() + " messages",
              "Take bookings, changes and cancellations that Mews sends; find the booking by"
                  + " channelManagerId, else by confirmationNumber.",
              ids(sent));
        });
  }

  /** Every message that was taken was confirmed, once. */
  public static Check confirmed() {
    String expected = "one successful confirmation of every message, with code";
    return onMessages(
        expected,
        (row, sent) -> {
          Deviations deviations = new Deviations();
          sent.forEach(
              (id, message) -> {
                List<Message> confirmations = confirmations(row, id);
                if (confirmations.isEmpty()) {
                  deviations.add(message.id() + " was never confirmed");
                } else if (!confirmations.getLast().request().path("success").asBoolean(false)) {
                  deviations.add(
                      confirmations.getLast().id() + " reports that the processing failed");
                } else if (confirmations.stream().filter(StaffChecks::isAccepted).count() > 1) {
                  deviations.add(message.id() + " was confirmed more than once");
                }
              });
          return deviations.finding(
              expected,
              sent.size() + " confirmations",
              "Post Confirm reservations group synchronization to the responseUrl of the message,"
                  + " with its messageId as relatedMessageId.",
              ids(sent));
        });
  }

  /** The first confirmation names a code for the booking and for each number. */
  public static Check codes() {
    String expected = "a code of the booking and one of each reservation, all different";
    return onConfirmations(
        expected,
        (row, confirmations) -> {
          Message first = confirmations.getFirst();
          Map<String, String> codes = codes(first);
          Deviations deviations = new Deviations();
          if (Wire.text(first.request(), "code").isBlank()) {
            deviations.add("code", Wire.show(first.request().path("code")), "a code");
          }
          for (String number : numbers(row)) {
            if (codes.getOrDefault(number, "").isBlank()) {
              deviations.add("reservation " + number + " has no code");
            }
          }
          if (new HashSet<>(codes.values()).size() < codes.size()) {
            deviations.add("two reservations have the same code: " + codes);
          }
          return deviations.finding(
              expected,
              Wire.text(first.request(), "code") + " with " + codes,
              "Name in reservations each confirmationNumber with your code of it.",
              List.of(first.id()));
        });
  }

  /** Later confirmations repeat the codes of the first. */
  public static Check stable() {
    String expected = "the codes of the first confirmation in every later one";
    return onConfirmations(
        expected,
        (row, confirmations) -> {
          Message first = confirmations.getFirst();
          Map<String, String> codes = codes(first);
          Deviations deviations = new Deviations();
          for (Message later : confirmations.subList(1, confirmations.size())) {
            deviations.text(
                later.id() + " code",
                later.request().path("code"),
                Wire.text(first.request(), "code"));
            codes(later)
                .forEach(
                    (number, code) -> {
                      if (!code.equals(codes.getOrDefault(number, code))) {
                        deviations.add(
                            later.id() + " code of " + number,
                            code,
                            String.valueOf(codes.get(number)));
                      }
                    });
          }
          if (confirmations.size() < 2) {
            return Finding.missing(expected, "there is no later one", "See the one before.");
          }
          return deviations.finding(
              expected,
              confirmations.size() + " confirmations agree",
              "Codes are given once and stay the same for good.",
              confirmations.stream().map(Message::id).toList());
        });
  }

  /** Mews names what it was told in every message after the first confirmation. */
  public static Check handedBack() {
    String expected = "channelManagerId and the codes of reservations in later messages";
    return onConfirmations(
        expected,
        (row, confirmations) -> {
          Message first = confirmations.getFirst();
          Map<String, String> codes = codes(first);
          List<Message> later =
              sent(row).values().stream()
                  .filter(each -> Selection.isLater(each, first.id()))
                  .toList();
          if (later.isEmpty()) {
            return Finding.missing(expected, "no later message was sent", "Run the row again.");
          }
          Deviations deviations = new Deviations();
          for (Message message : later) {
            deviations.text(
                message.id() + " channelManagerId",
                message.request().path("channelManagerId"),
                Wire.text(first.request(), "code"));
            for (JsonNode reservation : message.request().path("reservations")) {
              String number = Wire.text(reservation, "confirmationNumber");
              if (codes.containsKey(number)) {
                deviations.text(
                    message.id() + " code of " + number,
                    reservation.path("code"),
                    codes.get(number));
              }
            }
          }
          return stable().judge(row).verdict() == Verdict.PASSED
              ? deviations.ownFinding(
                  expected,
                  Wire.text(first.request(), "code") + " with " + codes,
                  later.stream().map(Message::id).toList())
              : Finding.missing(expected, "the codes changed", "See the expectation before.");
        });
  }

  /** Progress and masked card stand in the messages; what is wrong with them is our own fault. */
  public static Check progress() {
    String expected = "timeState in every reservation, paymentCardData masked";
    return onMessages(
        expected,
        (row, sent) -> {
          Deviations deviations = new Deviations();
          for (Message message : sent.values()) {
            for (JsonNode reservation : message.request().path("reservations")) {
              String place = message.id() + " " + Wire.text(reservation, "confirmationNumber");
              if (!Wire.isInteger(reservation.path("timeState"))) {
                deviations.add(place + " has no timeState");
              }
              JsonNode card = reservation.path("paymentCardData");
              if (Wire.present(card) && !Wire.text(card, "obfuscatedNumber").contains("*")) {
                deviations.add(place + " shows a card");
              }
            }
          }
          List<Integer> progress =
              sent.values().stream()
                  .flatMap(each -> each.request().findValues("timeState").stream())
                  .map(JsonNode::asInt)
                  .toList();
          return deviations.ownFinding(expected, "timeStates " + progress, ids(sent));
        });
  }

  static List<String> numbers(RowEvidence row) {
    return List.of(row.fact(NUMBERS).split(",", -1));
  }

  private interface MessagesRule {
    Finding judge(RowEvidence row, Map<String, Message> sent);
  }

  /** Judges by the confirmations that Mews took, of which there is one at least. */
  interface ConfirmationsRule {
    Finding judge(RowEvidence row, List<Message> confirmations);
  }

  private static Check onMessages(String expected, MessagesRule rule) {
    return row -> {
      Map<String, Message> sent = sent(row);
      return sent.isEmpty()
          ? Finding.missing(expected, "no message was sent", "Register processGroup.")
          : rule.judge(row, sent);
    };
  }

  static Check onConfirmations(String expected, ConfirmationsRule rule) {
    return row -> {
      List<Message> accepted =
          row.messages(Direction.CANDIDATE_TO_MEWS, CONFIRMATIONS).stream()
              .filter(StaffChecks::isAccepted)
              .toList();
      return accepted.isEmpty()
          ? Finding.missing(
              expected, "no message was confirmed", "See the expectation 'confirmed'.")
          : rule.judge(row, accepted);
    };
  }

  /** A successful report that Mews took. */
  private static boolean isAccepted(Message confirmation) {
    return confirmation.request().path("success").asBoolean(false)
        && confirmation.answer().path("success").asBoolean(false);
  }

  /** The messages by their identifier; of repetitions the last one. */
  static Map<String, Message> sent(RowEvidence row) {
    Map<String, Message> sent = new LinkedHashMap<>();
    row.messages(Direction.MEWS_TO_CANDIDATE, GROUPS)
        .forEach(each -> sent.put(Wire.text(each.request(), "messageId"), each));
    return sent;
  }

  private static List<Message> confirmations(RowEvidence row, String messageId) {
    return row.messages(Direction.CANDIDATE_TO_MEWS, CONFIRMATIONS).stream()
        .filter(each -> Wire.text(each.request(), "relatedMessageId").equals(messageId))
        .toList();
  }

  static Map<String, String> codes(Message confirmation) {
    Map<String, String> codes = new LinkedHashMap<>();
    confirmation
        .request()
        .path("reservations")
        .forEach(each -> codes.put(Wire.text(each, "confirmationNumber"), Wire.text(each, "code")));
    return codes;
  }

  private static List<String> ids(Map<String, Message> sent) {
    return sent.values().stream().map(Message::id).toList();
  }
}
