package channelcert.bench.ingest;

import channelcert.bench.ingest.Load.Bodies;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The measurements that compare running servers, each in turns. */
final class Contest {
  private static final int ROUNDS = 3;
  private static final int FULL_IN_A_ROUND = 16;
  private static final int SMALL_CALLERS = 32;
  private static final Duration SMALL_TIME = Duration.ofSeconds(4);
  private static final Duration MEDIUM_TIME = Duration.ofSeconds(4);

  private final IngestReport report;
  private final Served embedded;
  private final @Nullable Served onPostgres;
  private final Optional<Served> wireMock;
  private final Optional<Served> prism;
  private final Consumer<String> progress;

  Contest(
      IngestReport report,
      Served embedded,
      @Nullable Served onPostgres,
      Optional<Served> wireMock,
      Optional<Served> prism,
      Consumer<String> progress) {
    this.report = report;
    this.embedded = embedded;
    this.onPostgres = onPostgres;
    this.wireMock = wireMock;
    this.prism = prism;
    this.progress = progress;
  }

  /** Full pushes to connections that have nothing yet, against COPY of the same cells. */
  void fullPushes(@Nullable CopyYardstick copy) throws SQLException, IOException {
    progress.accept("full pushes");
    Message message = Message.prices(Servers.CLIENT_TOKEN, 365, 5, 5, 4);
    AtomicInteger ofEmbedded = new AtomicInteger(IngestBench.FULL_FROM);
    AtomicInteger ofPostgres = new AtomicInteger(IngestBench.FULL_FROM);
    List<Double> copied = new ArrayList<>();
    List<Double> pushed = new ArrayList<>();
    List<Double> pushedEmbedded = new ArrayList<>();
    for (int round = -2; round < ROUNDS; round++) {
      if (copy != null && onPostgres != null) {
        keep(round, copied, copy.rowsPerSecond(FULL_IN_A_ROUND, 365, 5, 5, 4));
        keep(round, pushed, full(onPostgres, message, ofPostgres));
      }
      keep(round, pushedEmbedded, full(embedded, message, ofEmbedded));
    }
    if (copy != null) {
      rate("copyCellsPerSecond", "night prices per second by COPY, PostgreSQL", copied);
      rate("ingestCellsPerSecond", "night prices per second by full pushes, PostgreSQL", pushed);
    }
    rate(
        "ingestCellsPerSecondEmbedded",
        "night prices per second by full pushes, embedded",
        pushedEmbedded);
    if (copy != null) {
      report.add(
          Figure.atLeast(
              "ingestToCopyRatio", "full pushes to COPY", median(pushed) / median(copied), 2));
    }
  }

  private static double full(Served server, Message message, AtomicInteger next) {
    int first = next.getAndAdd(FULL_IN_A_ROUND);
    int half = FULL_IN_A_ROUND / 2;
    Load.Result result =
        Load.run(
            server.url(),
            Servers.PRICES,
            List.of(
                inTurn(message.copy(), first, half), inTurn(message.copy(), first + half, half)));
    return (double) FULL_IN_A_ROUND * message.cells() / result.seconds();
  }

  /** The same push again, and one with another price in one night. */
  void repeatedAndDelta() {
    progress.accept("unchanged pushes and changes of one night");
    Message message = Message.prices(Servers.CLIENT_TOKEN, 365, 5, 5, 4);
    Message night = Message.prices(Servers.CLIENT_TOKEN, 1, 1, 1, 4);
    for (Served server : ours()) {
      List<Double> unchanged = new ArrayList<>();
      List<Double> delta = new ArrayList<>();
      for (int round = 0; round < 7; round++) {
        unchanged.add(millis(server, message.to(IngestBench.FULL_FROM)));
        for (int i = 0; i < 20; i++) {
          night.vary(0, (long) round * 20 + i);
          delta.add(millis(server, night.to(IngestBench.FULL_FROM)));
        }
      }
      String suffix = server.equals(embedded) ? "Embedded" : "";
      report.add(
          Figure.of(
              "unchangedMillis" + suffix,
              "the same full push again, nothing changed, " + place(server),
              median(unchanged),
              "ms"));
      report.add(
          Figure.of(
              "deltaMillis" + suffix,
              "a change of one night, " + place(server),
              median(delta),
              "ms"));
    }
  }

  private static double millis(Served server, byte[] body) {
    boolean[] sent = new boolean[1];
    Bodies once =
        () -> {
          byte[] next = sent[0] ? new byte[0] : body;
          sent[0] = true;
          return next;
        };
    return Load.run(server.url(), Servers.PRICES, List.of(once)).millis(50);
  }

  /** Availability of two categories, by many callers at once. */
  void smallUpdates() {
    progress.accept("small updates");
    Map<Served, List<Double>> rates = new LinkedHashMap<>();
    Map<Served, List<Double>> slowest = new LinkedHashMap<>();
    for (int round = -1; round < ROUNDS; round++) {
      for (Served server : all()) {
        Load.Result result =
            Load.run(server.url(), Servers.SMALL, smallCallers(SMALL_CALLERS), SMALL_TIME);
        keep(round, rates.computeIfAbsent(server, k -> new ArrayList<>()), result.perSecond());
        keep(round, slowest.computeIfAbsent(server, k -> new ArrayList<>()), result.millis(99));
      }
    }
    for (Served server : all()) {
      String suffix = suffix(server);
      report.add(
          Figure.of(
              "smallPerSecond" + suffix,
              "small updates per second, " + place(server),
              median(rates.getOrDefault(server, List.of())),
              "/s"));
      report.add(
          Figure.of(
              "smallP99Millis" + suffix,
              "small updates, 99th percentile, " + place(server),
              median(slowest.getOrDefault(server, List.of())),
              "ms"));
    }
    compare("small updates", "smallUpdateRatio", "smallUpdateToWireMockRatio", rates);
  }

  /** Prices of 40 pairs, 5.7 MB. */
  void mediumPushes() {
    progress.accept("pushes of 5.7 MB");
    Message message = Message.prices(Servers.CLIENT_TOKEN, 365, 8, 5, 4);
    Map<Served, List<Double>> rates = new LinkedHashMap<>();
    AtomicInteger variant = new AtomicInteger();
    for (int round = -1; round < ROUNDS; round++) {
      for (Served server : all()) {
        if (prism.isPresent() && server.equals(prism.get())) {
          continue;
        }
        Load.Result result =
            Load.run(
                server.url(),
                Servers.PRICES,
                List.of(
                    varied(message.copy(), IngestBench.MEDIUM_FROM, variant),
                    varied(message.copy(), IngestBench.MEDIUM_FROM + 16, variant)),
                MEDIUM_TIME);
        keep(round, rates.computeIfAbsent(server, k -> new ArrayList<>()), result.perSecond());
      }
    }
    report.add(
        Figure.of("mediumMegabytes", "size of a push of 40 pairs", message.length() / 1e6, "MB"));
    rates.forEach(
        (server, each) ->
            report.add(
                Figure.of(
                    "mediumPerSecond" + suffix(server),
                    "such pushes per second, all values changed, " + place(server),
                    median(each),
                    "/s")));
    Served first = ours().getFirst();
    wireMock.ifPresent(
        mock ->
            report.add(
                Figure.atLeast(
                    "mediumToWireMockRatio",
                    "such pushes to WireMock",
                    median(rates.getOrDefault(first, List.of()))
                        / median(rates.getOrDefault(mock, List.of())),
                    1)));
  }

  /** One push of 57 MB, while small updates go on. */
  static void huge(IngestReport report, Served server) {
    Message message = Message.prices(Servers.CLIENT_TOKEN, 365, 20, 20, 4);
    Load.run(server.url(), Servers.SMALL, smallCallers(8), Duration.ofSeconds(3));
    Message warm = Message.prices(Servers.CLIENT_TOKEN, 365, 5, 5, 4);
    Load.run(server.url(), Servers.PRICES, List.of(inTurn(warm, IngestBench.FULL_FROM, 6)));
    CompletableFuture<Load.Result> pushes =
        CompletableFuture.supplyAsync(
            () ->
                Load.run(
                    server.url(),
                    Servers.PRICES,
                    List.of(inTurn(message, IngestBench.HUGE_FROM, 3))));
    List<Long> nanos = new ArrayList<>();
    while (!pushes.isDone()) {
      nanos.addAll(
          Load.run(server.url(), Servers.SMALL, smallCallers(8), Duration.ofMillis(500)).nanos());
    }
    nanos.sort(null);
    report.add(
        Figure.of("hugeMegabytes", "size of a push of 400 pairs", message.length() / 1e6, "MB"));
    report.add(
        Figure.of(
            "hugeSeconds",
            "such a push with a heap of 256 MB",
            pushes.join().millis(50) / 1000,
            "s"));
    report.add(
        Figure.atMost(
            "smallP99BesideHugeMillis",
            "small updates meanwhile, 99th percentile",
            new Load.Result(1, nanos).millis(99),
            "ms",
            250));
    report.add(
        Figure.of("hugeResidentMegabytes", "resident memory after it", server.megabytes(), "MB"));
  }

  /** Start to first answer, resident memory before and after the load. */
  void startAndMemory() {
    for (Served server : all()) {
      String suffix = suffix(server);
      report.add(
          Figure.of(
              "startMillis" + suffix,
              "start to first answer, " + place(server),
              server.startMillis(),
              "ms"));
      report.add(
          Figure.of(
              "idleMegabytes" + suffix,
              "resident memory idle, " + place(server),
              server.idleMegabytes(),
              "MB"));
      report.add(
          Figure.of(
              "loadedMegabytes" + suffix,
              "resident memory after the load, " + place(server),
              server.megabytes(),
              "MB"));
    }
  }

  private void compare(
      String what, String toPrism, String toWireMock, Map<Served, List<Double>> rates) {
    double own = median(rates.getOrDefault(ours().getFirst(), List.of()));
    prism.ifPresent(
        peer ->
            report.add(
                Figure.atLeast(
                    toPrism,
                    what + " to Prism",
                    own / median(rates.getOrDefault(peer, List.of())),
                    1.5)));
    wireMock.ifPresent(
        peer ->
            report.add(
                Figure.atLeast(
                    toWireMock,
                    what + " to WireMock",
                    own / median(rates.getOrDefault(peer, List.of())),
                    1)));
  }

  /** The ones of this project, the one that is compared first. */
  private List<Served> ours() {
    return onPostgres == null ? List.of(embedded) : List.of(onPostgres, embedded);
  }

  private List<Served> all() {
    List<Served> all = new ArrayList<>(ours());
    wireMock.ifPresent(all::add);
    prism.ifPresent(all::add);
    return all;
  }

  private String place(Served server) {
    return server.equals(embedded)
        ? "embedded"
        : server.equals(onPostgres) ? "PostgreSQL" : suffix(server);
  }

  private String suffix(Served server) {
    if (server.equals(onPostgres)) {
      return "";
    }
    if (server.equals(embedded)) {
      return "Embedded";
    }
    return wireMock.isPresent() && server.equals(wireMock.get()) ? "WireMock" : "Prism";
  }

  private void rate(String field, String words, List<Double> values) {
    report.add(Figure.of(field, words, median(values), "/s"));
  }

  private static void keep(int round, List<Double> values, double value) {
    if (round >= 0) {
      values.add(value);
    }
  }

  private static List<Bodies> smallCallers(int count) {
    List<Bodies> callers = new ArrayList<>();
    for (int caller = 0; caller < count; caller++) {
      Message message = Message.small(Servers.CLIENT_TOKEN);
      int connection = caller;
      long[] sent = new long[1];
      callers.add(
          () -> {
            message.vary(sent[0]++);
            return message.to(connection);
          });
    }
    return callers;
  }

  private static Bodies varied(Message message, int connection, AtomicInteger variant) {
    return () -> {
      message.vary(variant.incrementAndGet());
      return message.to(connection);
    };
  }

  /** One message to each of some connections. */
  static Bodies inTurn(Message message, int first, int count) {
    int[] sent = new int[1];
    return () -> sent[0] == count ? new byte[0] : message.to(first + sent[0]++);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }
}
