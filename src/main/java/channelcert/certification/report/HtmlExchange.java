package channelcert.certification.report;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.util.Locale;

/** An exchange on the page: who called whom, what came back, and the beginning of both bodies. */
final class HtmlExchange {
  private static final int EXCERPT = 4_000;

  private final Html html;

  HtmlExchange(Html html) {
    this.html = html;
  }

  void write(Exchange exchange, String anchor) {
    html.open("details", "class", "exchange");
    summary(exchange);
    html.open("div", "class", "exchange-body", "id", anchor);
    if (exchange.direction() != Direction.MEWS_STATE) {
      html.open("p", "class", "call");
      html.element("span", exchange.method(), "class", "method");
      html.text(" " + exchange.url()).close();
    }
    html.open("p", "class", "evidence");
    html.text(Wording.time(exchange.startedAt()) + ", files: ");
    html.element("a", "record", "href", Evidence.record(exchange.id()));
    bodyLinks(exchange);
    html.close();
    if (exchange.failure() != null) {
      html.element("p", exchange.failure(), "class", "hint");
    }
    body("Request", exchange.requestBody());
    body("Answer", exchange.responseBody());
    Curl.of(exchange).ifPresent(this::repeat);
    html.close().close();
  }

  /** Links to the bodies that there are. */
  void bodyLinks(Exchange exchange) {
    if (exchange.requestBody().length() > 0) {
      html.text(" ").element("a", "request", "href", Evidence.request(exchange.id()));
    }
    if (exchange.responseBody().length() > 0) {
      html.text(" ").element("a", "answer", "href", Evidence.answer(exchange.id()));
    }
  }

  private void summary(Exchange exchange) {
    html.open("summary");
    html.element("span", exchange.id(), "class", "code");
    html.element("span", exchange.operation(), "class", "operation");
    html.element("span", Wording.direction(exchange.direction()), "class", "direction");
    html.element("span", status(exchange), "class", "status");
    html.element("span", Wording.duration(exchange.duration().toMillis()), "class", "time");
    html.close();
  }

  private static String status(Exchange exchange) {
    if (exchange.direction() == Direction.MEWS_STATE) {
      return "";
    }
    return exchange.status() == 0 ? "no answer" : "HTTP " + exchange.status();
  }

  private void body(String name, Body body) {
    if (body.length() == 0) {
      return;
    }
    JsonExcerpt excerpt = JsonExcerpt.of(body, EXCERPT);
    html.open("div", "class", "payload");
    html.element("p", name + ", " + size(body.length()), "class", "label");
    html.open("pre", "tabindex", "0", "role", "group", "aria-label", name);
    html.text(excerpt.text()).close();
    if (excerpt.cut()) {
      html.element("p", "The beginning only; the file has all of it.", "class", "note");
    }
    html.close();
  }

  private void repeat(String command) {
    html.open("details", "class", "repeat").element("summary", "Repeat it with curl");
    html.open("pre", "tabindex", "0", "role", "group", "aria-label", "Command");
    html.text(command).close();
    html.element(
        "p",
        "In the report folder, with CLIENT_TOKEN and CONNECTION_TOKEN set in the shell.",
        "class",
        "note");
    html.close();
  }

  private static String size(int bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1_000.0)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }
}
