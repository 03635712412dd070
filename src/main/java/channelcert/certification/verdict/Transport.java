package channelcert.certification.verdict;

import channelcert.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A-TRANS: the form of every answer, whatever it says. HTTPS is expected; plain HTTP to the own
 * machine is only noted, because nothing travels.
 */
public final class Transport {
  private static final String EXPECTED =
      "HTTPS, POST, HTTP 200, content type application/json, a JSON object";

  private Transport() {}

  /** Every chosen exchange was answered in the published form. */
  public static Check holds(Selection selection) {
    return evidence -> judge(selection.of(evidence));
  }

  private static Finding judge(List<Message> messages) {
    if (messages.isEmpty()) {
      return Finding.missing(
          EXPECTED,
          "no message of this kind was sent to the candidate",
          "See the other rows and the steps before; nothing was there to be answered.");
    }
    List<Message> wrong = messages.stream().filter(each -> !fault(each).isEmpty()).toList();
    if (wrong.isEmpty()) {
      return Finding.passed(EXPECTED, note(messages), Answers.ids(messages));
    }
    Message first = wrong.getFirst();
    String fault = fault(first);
    return Finding.failed(
            EXPECTED,
            wrong.size()
                + " of "
                + messages.size()
                + " answers differ; "
                + first.id()
                + ": "
                + fault,
            hint(first),
            Answers.ids(wrong))
        .teaching(WireLesson.form(first));
  }

  private static String fault(Message message) {
    Exchange exchange = message.exchange();
    List<String> faults = new ArrayList<>();
    if (exchange.failure() != null) {
      return exchange.failure();
    }
    if (!"https".equalsIgnoreCase(exchange.url().getScheme()) && !isOwnMachine(exchange)) {
      faults.add("plain HTTP to " + exchange.url().getHost());
    }
    if (!exchange.method().equals("POST")) {
      faults.add("method " + exchange.method());
    }
    if (exchange.status() != 200) {
      faults.add("HTTP " + exchange.status());
    }
    if (!isJson(exchange.contentType())) {
      faults.add("content type " + exchange.contentType());
    }
    if (!message.answer().isObject()) {
      faults.add("the body is no JSON object");
    }
    return String.join(", ", faults);
  }

  private static String hint(Message message) {
    Exchange exchange = message.exchange();
    if (exchange.failure() != null) {
      return "Make sure that "
          + exchange.url()
          + " is served, and that it answers in time; see the log of the candidate.";
    }
    if (exchange.status() != 200) {
      return "Answer HTTP 200 always, also when the message is refused; the outcome belongs into"
          + " 'success' and 'errors'.";
    }
    if (!isJson(exchange.contentType()) || !message.answer().isObject()) {
      return "Answer {\"success\": ...} with the header Content-Type: application/json.";
    }
    return "Register an https address with a valid certificate.";
  }

  private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private static boolean isOwnMachine(Exchange exchange) {
    String host = exchange.url().getHost();
    return host != null
        && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
  }

  private static String note(List<Message> messages) {
    boolean plain =
        messages.stream()
            .anyMatch(each -> !"https".equalsIgnoreCase(each.exchange().url().getScheme()));
    return messages.size()
        + " answers of that form"
        + (plain ? "; note: plain HTTP on this machine, production needs HTTPS" : "");
  }
}
