package channelcert.management;

import channelcert.http.watch.ServedRequest;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes a line for each request, at the level of information. */
public final class RequestLog implements Consumer<ServedRequest> {
  private static final Logger LOG = Logger.getLogger("channelcert.requests");

  private final String part;

  /** A log of the requests of a part. */
  public RequestLog(String part) {
    this.part = part;
  }

  @Override
  public void accept(ServedRequest request) {
    if (LOG.isLoggable(Level.INFO)) {
      LogRecord line = new LogRecord(Level.INFO, text(request));
      line.setLoggerName(LOG.getName());
      line.setParameters(new Object[] {request});
      LOG.log(line);
    }
  }

  private String text(ServedRequest request) {
    return "%s: %s %s in %d ms, %d bytes in, %d bytes out"
        .formatted(
            part,
            request.operation(),
            request.outcome(),
            request.took().toMillis(),
            request.requestBytes(),
            request.answerBytes());
  }
}
