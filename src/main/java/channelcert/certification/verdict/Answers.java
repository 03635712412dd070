package channelcert.certification.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the published answer form out of plain JSON. */
final class Answers {
  private Answers() {}

  /** One entry of {@code errors}. */
  record Entry(JsonNode node) {
    /** The code as a number; 0 where it is none, which is no published code. */
    int code() {
      return node.path("code").isIntegralNumber() ? node.path("code").asInt() : 0;
    }

    String message() {
      return node.path("message").asText("");
    }

    String field(String name) {
      return node.path(name).asText("");
    }
  }

  /** {@code success} is the JSON value true and no error is named. */
  static boolean accepts(JsonNode answer) {
    return isTrue(answer.path("success")) && entries(answer).isEmpty() && !hasSingular(answer);
  }

  /** {@code success} is the JSON value false. */
  static boolean refuses(JsonNode answer) {
    return answer.path("success").isBoolean() && !answer.path("success").booleanValue();
  }

  static boolean isAsynchronous(JsonNode answer) {
    return isTrue(answer.path("asyncConfirmation"));
  }

  /** The entries of {@code errors}; not those of the deprecated {@code error}. */
  static List<Entry> entries(JsonNode answer) {
    List<Entry> entries = new ArrayList<>();
    answer.path("errors").forEach(each -> entries.add(new Entry(each)));
    return entries;
  }

  /** Whether the deprecated single {@code error} is filled. */
  static boolean hasSingular(JsonNode answer) {
    return answer.path("error").isObject() && !answer.path("error").isEmpty();
  }

  /** The answer for a person: at most 300 characters of its JSON. */
  static String shown(Message message) {
    String failure = message.exchange().failure();
    if (failure != null) {
      return failure;
    }
    String text =
        message.answer().isMissingNode()
            ? message.exchange().responseBody().text()
            : message.answer().toString();
    String body = text.length() <= 300 ? text : text.substring(0, 300) + "...";
    return message.exchange().status() == 200
        ? body
        : "HTTP " + message.exchange().status() + " " + body;
  }

  static List<String> ids(List<Message> messages) {
    return messages.stream().map(Message::id).toList();
  }

  private static boolean isTrue(JsonNode node) {
    return node.isBoolean() && node.booleanValue();
  }
}
