package channelcert.certification.report;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exchange as a command for a shell, to be run in the report folder. Tokens are variables:
 * {@code CLIENT_TOKEN} and {@code CONNECTION_TOKEN}, which whoever repeats the call sets before.
 */
final class Curl {
  /** Longer bodies are taken from the evidence folder. */
  private static final int LONGEST = 1_500;

  private static final Pattern TOKEN =
      Pattern.compile("\"(clientToken|connectionToken)\"\\s*:\\s*\"(masked:[0-9a-f]{8})\"");

  private static final Map<String, String> VARIABLES =
      Map.of("clientToken", "CLIENT_TOKEN", "connectionToken", "CONNECTION_TOKEN");

  private Curl() {}

  /** The command; empty for what was no call. */
  static Optional<String> of(Exchange exchange) {
    if (exchange.direction() == Direction.MEWS_STATE) {
      return Optional.empty();
    }
    String call =
        "curl -sS -i -X "
            + quoted(exchange.method())
            + " "
            + quoted(exchange.url().toString())
            + " \\\n  -H 'Content-Type: application/json'"
            + (exchange.direction() == Direction.DRIVER
                ? " -H \"Authorization: Bearer $CLIENT_TOKEN\""
                : "");
    Body body = exchange.requestBody();
    if (body.length() == 0) {
      return Optional.of(call);
    }
    return Optional.of(
        body.length() <= LONGEST && body.text().indexOf('\n') < 0
            ? call + " --data-binary @- <<JSON\n" + withVariables(body.text()) + "\nJSON"
            : fromFile(exchange, body) + call + " --data-binary @-");
  }

  private static String fromFile(Exchange exchange, Body body) {
    StringBuilder sed = new StringBuilder("sed");
    tokens(body.text())
        .forEach(
            (masked, variable) ->
                sed.append(" -e \"s/").append(masked).append("/$").append(variable).append("/g\""));
    return (sed.length() == 3 ? "cat" : sed) + " " + Evidence.request(exchange.id()) + " |\n  ";
  }

  /** The shell replaces what begins with a dollar in such a text, and nothing else. */
  private static String withVariables(String body) {
    String text = VisibleText.of(body).replaceAll("([\\\\$`])", "\\\\$1");
    for (Map.Entry<String, String> token : tokens(body).entrySet()) {
      text = text.replace(token.getKey(), "$" + token.getValue());
    }
    return text;
  }

  private static Map<String, String> tokens(String body) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher token = TOKEN.matcher(body);
    while (token.find()) {
      tokens.putIfAbsent(token.group(2), VARIABLES.getOrDefault(token.group(1), "TOKEN"));
    }
    return tokens;
  }

  private static String quoted(String text) {
    return "'" + VisibleText.singleLine(text).replace("'", "'\\''") + "'";
  }
}
