package channelcert.cli;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;
import channelcert.management.HealthResource;
import channelcert.management.ManagementSide;
import channelcert.management.Metrics;
import channelcert.management.MetricsResource;
import channelcert.management.Readiness;
import channelcert.management.RequestLog;
import channelcert.mews.MewsControl;
import channelcert.mews.control.ControlSettings;
import channelcert.mews.control.ControlSide;
import channelcert.mews.control.Journal;
import channelcert.store.Database;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What those who run a served process see of it, on a listener of its own: health, readiness,
 * metrics, and, where the Mews side is served, its control API.
 */
final class Management implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL_PORT = 8099;
  private static final int MOST_EXCHANGES = 2000;
  private static final int MOST_BYTES = 32 << 20;

  private final Metrics metrics = new Metrics();
  private final Readiness readiness = new Readiness();
  private final Path folder;
  private Runnable stop = () -> {};

  /**
   * Not listening yet.
   *
   * @param folder data folder
   */
  Management(Path folder) {
    this.folder = folder;
  }

  /** Keeps the last messages of the Mews side, for the control API. */
  static Journal journal() {
    return new Journal(Parts.CLOCK, MOST_EXCHANGES, MOST_BYTES);
  }

  /** Counts and logs the requests to a part. */
  RequestObserver observer(String part) {
    return new RequestObserver(Parts::newId, List.of(metrics.requests(part), new RequestLog(part)));
  }

  /** Counts the calls that a part makes. */
  Recorder calls(String part, Direction made, Recorder recorder) {
    return metrics.calls(part, Set.of(made), recorder);
  }

  /** Shows the database of a part, and what waits in it. */
  void shows(String part, Database data, Set<String> names, Supplier<Map<String, Long>> waiting) {
    metrics.database(part, data);
    metrics.waiting(part, names, waiting);
    readiness.needs(part, data);
  }

  Readiness readiness() {
    return readiness;
  }

  /**
   * Starts the listener of a process without a Mews side.
   *
   * @param port absent: the usual one, or a free one where that is taken
   */
  void start(@Nullable Integer port, PrintWriter out) {
    ManagementSide side =
        at(port, chosen -> ManagementSide.start(LOOPBACK, chosen, open(), Parts.CLOCK));
    stop = side::close;
    out.println("Management       " + side.url() + ": /health, /ready, /metrics");
  }

  /** Starts the listener of a process with a Mews side, and notes its address beside its token. */
  void start(
      @Nullable Integer port, MewsControl mews, Database data, Journal journal, PrintWriter out) {
    ControlTokens tokens = ControlTokens.keptIn(folder);
    ControlSide side =
        at(
            port,
            chosen ->
                ControlSide.start(
                    new ControlSettings(
                        LOOPBACK,
                        chosen,
                        tokens.token(),
                        mews,
                        data,
                        journal,
                        open(),
                        Parts.CLOCK)));
    stop = side::close;
    tokens.boundTo(side.url(), folder);
    tell(side.url(), out);
  }

  private List<Object> open() {
    return List.of(new HealthResource(readiness), new MetricsResource(metrics));
  }

  /** A port that somebody chose is used or refused; the usual one gives way to a free one. */
  private static <T> T at(@Nullable Integer port, IntFunction<T> starting) {
    try {
      return starting.apply(port == null ? USUAL_PORT : port);
    } catch (IllegalStateException taken) {
      if (port == null) {
        return starting.apply(0);
      }
      throw UserError.usage("--management-port: " + taken.getMessage());
    }
  }

  /** Prints where it is and how to try it; the token stays in its file. */
  private void tell(URI url, PrintWriter out) {
    Path file = ControlTokens.file(folder);
    out.println(
        "Management       " + url + ": /health, /ready, /metrics; control token in " + file);
    out.println(
        "  try: curl -s -X POST %s/control/listProperties -H \"Authorization: Bearer $(sed -n"
                .formatted(url)
            + " 's/^controlToken=//p' "
            + file
            + ")\"");
    out.println(
        "  or:  ./channelcert trigger connections" + (isUsual() ? "" : " --data " + folder));
  }

  private boolean isUsual() {
    return folder.equals(Path.of("channelcert-data"));
  }

  @Override
  public void close() {
    stop.run();
  }
}
