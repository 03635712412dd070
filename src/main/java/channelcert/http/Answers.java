package channelcert.http;

import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges whether an HTTP answer has the form of its operation. */
final class Answers {
  private Answers() {}

  /**
   * What an exchange brought.
   *
   * @param contentType as the other side names it
   * @param location target of a redirect
   */
  record Answer(int status, @Nullable String contentType, @Nullable String location, Body body) {}

  /** The answer's body when it is usable, otherwise why it is not. */
  static <A> Reply<A> reply(Operation<?, A> operation, Answer answer) {
    int status = answer.status();
    boolean bodiless = operation.answer() == Void.class;
    if (status / 100 == 3) {
      String target = answer.location() == null ? "nowhere" : answer.location();
      return new Reply.Failed<>("the other side answered a redirect to " + target);
    }
    if (bodiless && status / 100 == 2) {
      return nothing();
    }
    if (status != 200) {
      int expected = bodiless ? 204 : 200;
      return new Reply.Failed<>("HTTP " + status + " instead of " + expected + told(answer.body()));
    }
    return body(operation, answer);
  }

  private static <A> Reply<A> body(Operation<?, A> operation, Answer answer) {
    if (isHtml(answer)) {
      return new Reply.Failed<>("the answer is HTML, not JSON");
    }
    try {
      return new Reply.Answered<>(read(answer.body(), operation.answer()));
    } catch (Unreadable unreadable) {
      return new Reply.Failed<>(unreadable.ofAnswer());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Where the contract offers two forms, the caller is given the tree and looks for itself. */
  @SuppressWarnings("unchecked")
  private static <A> A read(Body body, Class<A> type) throws Unreadable, IOException {
    return type == Object.class
        ? (A) JsonInput.read(body.stream(), JsonNode.class)
        : JsonInput.read(body.stream(), type);
  }

  /** The only value of Void is null. */
  @SuppressWarnings("NullAway")
  private static <A> Reply<A> nothing() {
    return new Reply.Answered<>(null);
  }

  /** A JSON answer with another status usually says why. */
  private static String told(Body body) {
    try {
      JsonNode message = Json.mapper().readTree(body.stream()).path("message");
      return message.isTextual() ? ": " + Complaint.refusal(message.asText()) : "";
    } catch (IOException noJson) {
      return "";
    }
  }

  private static boolean isHtml(Answer answer) {
    String type = answer.contentType() == null ? "" : answer.contentType();
    return type.toLowerCase(Locale.ROOT).contains("html") || startsWithTag(answer.body());
  }

  private static boolean startsWithTag(Body body) {
    String start = new String(body.bytes(), 0, Math.min(64, body.length()), StandardCharsets.UTF_8);
    return start.stripLeading().startsWith("<");
  }
}
