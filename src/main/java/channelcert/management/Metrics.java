package channelcert.management;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.watch.ServedRequest;
import channelcert.store.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Every figure of the process. Names of operations come from the contracts alone, so that the
 * number of series is bounded; no figure holds a token, a name or a reference. Safe for many
 * threads.
 */
public final class Metrics {
  private static final Duration[] BUCKETS =
      List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Starts with what is known of every process. */
  public Metrics() {
    List<MeterBinder> process =
        List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());
    process.forEach(each -> each.bindTo(registry));
  }

  /** Counts what a part is asked: by operation and outcome, with durations and bytes. */
  public Consumer<ServedRequest> requests(String part) {
    return request -> {
      Tags operation = Tags.of("part", part, "operation", request.operation());
      timer("channelcert.requests", "Requests, from the first byte to the last one of the answer")
          .tags(operation)
          .tag("outcome", request.outcome())
          .register(registry)
          .record(request.took());
      counter("channelcert.request.bytes", "Bytes of bodies received", operation)
          .increment((double) request.requestBytes());
      counter("channelcert.answer.bytes", "Bytes of bodies answered", operation)
          .increment((double) request.answerBytes());
    };
  }

  /** Counts the calls that a part makes, and hands everything on to its recorder. */
  public Recorder calls(String part, Set<Direction> made, Recorder recorder) {
    return new CountedCalls(
        recorder,
        made,
        (operation, outcome, took) -> {
          timer("channelcert.calls", "Calls of the other side, until its answer was read")
              .tags("part", part, "operation", operation, "outcome", outcome)
              .register(registry)
              .record(took);
        });
  }

  /** Shows the connections to the database of a part. */
  public void database(String part, Database database) {
    pool(part, "active", () -> database.use().active());
    pool(part, "idle", () -> database.use().idle());
    pool(part, "waiting", () -> database.use().waiting());
    pool(part, "most", () -> database.use().most());
  }

  /**
   * Shows what waits to be sent.
   *
   * @param names of everything that may wait
   * @param counts how much of each waits now, asked once for each reading
   */
  public void waiting(String part, Set<String> names, Supplier<Map<String, Long>> counts) {
    OncePerReading<Map<String, Long>> read = new OncePerReading<>(counts);
    for (String name : names) {
      Gauge.builder("channelcert.waiting", () -> count(read, name))
          .description("What waits to be sent, or for a confirmation")
          .tags("part", part, "what", name)
          .register(registry);
    }
  }

  /** Everything, in the text format of Prometheus. */
  public String text() {
    return registry.scrape();
  }

  private static double count(OncePerReading<Map<String, Long>> read, String name) {
    return read.get().map(counts -> (double) counts.getOrDefault(name, 0L)).orElse(Double.NaN);
  }

  private void pool(String part, String state, Supplier<Number> count) {
    Gauge.builder("channelcert.database.connections", count)
        .description("Connections to the database, and threads that wait for one")
        .tags("part", part, "state", state)
        .register(registry);
  }

  private Counter counter(String name, String description, Tags tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
  }
}
