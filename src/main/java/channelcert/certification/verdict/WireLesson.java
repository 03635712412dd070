package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the form and the words of one answer teach. */
final class WireLesson {
  private static final Set<Integer> UNKNOWN_CODE = Set.of(4, 5, 9, 10, 11);
  private static final Set<Integer> CONNECTION = Set.of(3, 8);
  private static final int SYSTEM = 1;
  private static final int VALIDATION = 6;

  private WireLesson() {}

  /** An answer that is not of the published form. */
  static Lesson form(Message message) {
    Exchange exchange = message.exchange();
    List<Difference> differences = new ArrayList<>();
    if (exchange.failure() != null) {
      differences.add(new Difference("answer", "HTTP 200", exchange.failure()));
      return Lesson.of(Cause.NO_ANSWER, differences);
    }
    if (exchange.status() != 200) {
      differences.add(new Difference("status", "200", String.valueOf(exchange.status())));
    }
    String contentType = String.valueOf(exchange.contentType());
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      differences.add(new Difference("Content-Type", "application/json", contentType));
    }
    if (!message.answer().isObject()) {
      differences.add(new Difference("$", "{\"success\": ...}", beginning(message)));
    }
    return Lesson.of(formCause(message, contentType), differences);
  }

  private static @Nullable Cause formCause(Message message, String contentType) {
    int status = message.exchange().status();
    if (status >= 300 && status < 400) {
      return Cause.REDIRECTED;
    }
    if (message.answer().isObject() && status != 200) {
      return Cause.STATUS_FOR_REFUSAL;
    }
    if (contentType.toLowerCase(Locale.ROOT).contains("html")
        || message.exchange().responseBody().text().stripLeading().startsWith("<")) {
      return Cause.HTML_PAGE;
    }
    if (status >= 500) {
      return Cause.SERVER_ERROR;
    }
    if (status != 200) {
      return Cause.STATUS_FOR_REFUSAL;
    }
    return message.answer().isObject() ? Cause.TEXT_CONTENT_TYPE : Cause.BROKEN_BODY;
  }

  private static String beginning(Message message) {
    String text = message.exchange().responseBody().text();
    return text.isEmpty() ? "an empty body" : text.substring(0, Math.min(60, text.length()));
  }

  /** A message that had to be accepted. */
  static Lesson notAccepted(Message message) {
    if (message.exchange().failure() != null
        || !message.answer().isObject()
        || message.exchange().status() != 200) {
      return form(message);
    }
    List<Difference> differences = new ArrayList<>();
    JsonNode answer = message.answer();
    if (!answer.path("success").isBoolean() || !answer.path("success").booleanValue()) {
      differences.add(new Difference("$.success", "true", shown(answer.path("success"))));
    }
    if (!answer.path("errors").isEmpty()) {
      differences.add(new Difference("$.errors", "absent or []", shown(answer.path("errors"))));
    }
    if (Answers.hasSingular(answer)) {
      differences.add(new Difference("$.error", "absent", shown(answer.path("error"))));
    }
    return Lesson.of(refusalCause(answer), differences);
  }

  private static @Nullable Cause refusalCause(JsonNode answer) {
    if (Answers.refuses(answer)) {
      for (Answers.Entry entry : Answers.entries(answer)) {
        if (UNKNOWN_CODE.contains(entry.code())) {
          return Cause.REFUSED_AS_UNKNOWN;
        }
        if (CONNECTION.contains(entry.code())) {
          return Cause.REFUSED_TOKENS;
        }
        if (entry.code() == SYSTEM) {
          return Cause.REFUSED_FOR_NOW;
        }
        if (entry.code() == VALIDATION) {
          return Cause.REFUSED_AS_INVALID;
        }
      }
      return null;
    }
    return answer.path("errors").isEmpty() ? null : Cause.ERRORS_WITH_SUCCESS;
  }

  /** A message that had to be refused and was taken, or was answered with neither. */
  static Lesson notRefused(Message message) {
    if (message.exchange().failure() != null || !message.answer().isObject()) {
      return form(message);
    }
    JsonNode success = message.answer().path("success");
    return Lesson.of(
        Answers.accepts(message.answer()) ? Cause.ACCEPTED_WRONGLY : null,
        List.of(new Difference("$.success", "false", shown(success))));
  }

  /** An error with another code than the situation asks for. */
  static Lesson otherCode(Message message, Set<Integer> allowed) {
    String expected = String.join(" or ", allowed.stream().map(String::valueOf).toList());
    JsonNode answer = message.answer();
    if (!answer.isObject()) {
      return form(message);
    }
    if (Answers.entries(answer).isEmpty()) {
      return Answers.hasSingular(answer)
          ? Lesson.of(
              Cause.SINGULAR_ERROR,
              List.of(
                  new Difference("$.errors", "[{\"code\": " + expected + ", ...}]", "absent"),
                  new Difference("$.error", "absent", shown(answer.path("error")))))
          : Lesson.of(
              Answers.accepts(answer) ? Cause.ACCEPTED_WRONGLY : null,
              List.of(new Difference("$.errors", "[{\"code\": " + expected + ", ...}]", "absent")));
    }
    List<Difference> differences = new ArrayList<>();
    Cause cause = Cause.OTHER_CODE;
    int place = 0;
    for (Answers.Entry entry : Answers.entries(answer)) {
      JsonNode code = entry.node().path("code");
      if (!allowed.contains(entry.code())) {
        differences.add(new Difference("$.errors[" + place + "].code", expected, shown(code)));
      }
      if (OldForm.isOldCode(entry.code())) {
        cause = Cause.DEPRECATED_CODE;
      } else if (code.isTextual() && cause == Cause.OTHER_CODE) {
        cause = Cause.CODE_AS_TEXT;
      }
      place++;
    }
    return Lesson.of(cause, differences);
  }

  /** An error that does not name the offending code in its field. */
  static Lesson notNamed(Message message, String field, String code) {
    List<Difference> differences = new ArrayList<>();
    boolean inMessage = false;
    int place = 0;
    for (Answers.Entry entry : Answers.entries(message.answer())) {
      differences.add(
          new Difference(
              "$.errors[" + place + "]." + field,
              '"' + code + '"',
              shown(entry.node().path(field))));
      inMessage |= entry.message().contains(code);
      place++;
    }
    return Lesson.of(inMessage ? Cause.CODE_IN_MESSAGE_ONLY : null, differences);
  }

  /** An error whose words do not help. */
  static Lesson unclear(Message message) {
    List<Difference> differences = new ArrayList<>();
    int place = 0;
    for (Answers.Entry entry : Answers.entries(message.answer())) {
      differences.add(
          new Difference(
              "$.errors[" + place + "].message",
              "words for the property",
              shown(entry.node().path("message"))));
      place++;
    }
    return Lesson.of(Cause.MESSAGE_UNCLEAR, differences);
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() <= 160 ? text : text.substring(0, 160) + "...";
  }
}
