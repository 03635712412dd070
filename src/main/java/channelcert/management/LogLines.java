package channelcert.management;

import channelcert.exchange.Body;
import channelcert.exchange.Masking;
import channelcert.http.watch.RequestInLog;
import channelcert.http.watch.ServedRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Log lines, for people or as one JSON object each. Tokens and card numbers are masked in both, and
 * whatever a stranger sent stays within its line.
 */
public final class LogLines extends Formatter {
  /** What moves the cursor, ends a line or turns the direction of reading, in any terminal. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final boolean json;

  private LogLines(boolean json) {
    this.json = json;
  }

  /** Lines for people. */
  public static LogLines human() {
    return new LogLines(false);
  }

  /** One JSON object in each line. */
  public static LogLines json() {
    return new LogLines(true);
  }

  @Override
  public String format(LogRecord line) {
    String message = masked(formatMessage(line));
    String thrown = line.getThrown() == null ? "" : masked(stackTrace(line.getThrown()));
    return (json ? json(line, message, thrown) : human(line, message, thrown)) + "\n";
  }

  private static String human(LogRecord line, String message, String thrown) {
    @Nullable String id = requestId(line);
    return TIME.format(line.getInstant())
        + " "
        + line.getLevel().getName()
        + " "
        + line.getLoggerName()
        + (id == null ? " " : " [" + id + "] ")
        + CONTROLS.matcher(message).replaceAll(" ")
        + indented(thrown);
  }

  /** What belongs to a line stands further right, so that nothing in it looks like another one. */
  private static String indented(String thrown) {
    return thrown
        .lines()
        .map(line -> "\n\t" + CONTROLS.matcher(line.strip()).replaceAll(" "))
        .collect(Collectors.joining());
  }

  private static String json(LogRecord line, String message, String thrown) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("at", line.getInstant().toString());
    object.put("level", line.getLevel().getName());
    object.put("logger", line.getLoggerName());
    @Nullable String id = requestId(line);
    if (id != null) {
      object.put("requestId", id);
    }
    object.put("message", message);
    if (served(line) instanceof ServedRequest request) {
      object.put("operation", request.operation());
      object.put("outcome", request.outcome());
      object.put("status", request.status());
      object.put("millis", request.took().toNanos() / 1e6);
      object.put("requestBytes", request.requestBytes());
      object.put("answerBytes", request.answerBytes());
    }
    if (!thrown.isEmpty()) {
      object.put("thrown", thrown);
    }
    return object.toString();
  }

  private static @Nullable String requestId(LogRecord line) {
    return served(line) instanceof ServedRequest request ? request.id() : MDC.get(RequestInLog.KEY);
  }

  private static @Nullable Object served(LogRecord line) {
    Object[] parameters = line.getParameters();
    return parameters == null || parameters.length == 0 ? null : parameters[0];
  }

  private static String masked(String text) {
    return Masking.mask(Body.of(text)).text();
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
