package channelcert.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pushes into the reference channel manager over real HTTP, beside its yardsticks: COPY into the
 * same PostgreSQL server, WireMock and Prism under the same load. Every server is a process of its
 * own; what is compared is measured in turns, so that the machine's other work hits all alike.
 */
public final class IngestBench {
  static final int SMALL_CONNECTIONS = 64;
  static final int FULL_FROM = 100;
  static final int FULL_TO = 399;
  static final int MEDIUM_FROM = 400;
  static final int MEDIUM_TO = 431;
  static final int HUGE_FROM = 440;
  static final int HUGE_TO = 449;

  private final Path folder;
  private final Servers servers;
  private final Consumer<String> progress;
  private final IngestReport report = new IngestReport();
  private final List<Runnable> open = new ArrayList<>();

  private IngestBench(Path folder, Path tools, Consumer<String> progress) {
    this.folder = folder;
    this.servers = new Servers(folder, tools);
    this.progress = progress;
  }

  /**
   * Runs all of it.
   *
   * @param folder for the data of this run
   * @param tools where fetched programs stay
   * @param databaseUrl a PostgreSQL on which databases may be created; absent: the installed one
   * @param peers whether WireMock and Prism are fetched and measured as well
   * @param progress is told what is being measured
   */
  public static IngestReport run(
      Path folder,
      Path tools,
      @Nullable String databaseUrl,
      boolean peers,
      Consumer<String> progress)
      throws IOException, SQLException {
    IngestBench bench = new IngestBench(folder, tools, progress);
    Thread interrupted = new Thread(bench::stop);
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      bench.measure(databaseUrl, peers);
      return bench.report;
    } finally {
      bench.stop();
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  /** Stops every server that still runs, the last one first. */
  private synchronized void stop() {
    open.reversed().forEach(Runnable::run);
    open.clear();
  }

  private void measure(@Nullable String databaseUrl, boolean peers)
      throws IOException, SQLException {
    Optional<LocalPostgres> postgres = postgres(databaseUrl);
    progress.accept("starting servers");
    Served embedded = started(servers.channelManager("embedded", null, "1g", IngestBench::seed));
    Served onPostgres = null;
    String database = null;
    if (postgres.isPresent()) {
      database = postgres.get().create("channelcert_bench");
      onPostgres =
          started(servers.channelManager("on-postgresql", database, "1g", IngestBench::seed));
    }
    Optional<Served> wireMock = peers ? peer("WireMock", servers.wireMock()) : Optional.empty();
    Optional<Served> prism = peers ? peer("Prism", servers.prism()) : Optional.empty();
    if (!peers) {
      report.skip("WireMock and Prism: not wanted");
    }
    Contest contest = new Contest(report, embedded, onPostgres, wireMock, prism, progress);
    if (database != null) {
      try (CopyYardstick copy = new CopyYardstick(LocalPostgres.jdbc(database))) {
        contest.fullPushes(copy);
      }
    } else {
      contest.fullPushes(null);
    }
    contest.repeatedAndDelta();
    contest.smallUpdates();
    contest.mediumPushes();
    contest.startAndMemory();
    huge(postgres);
    growth(postgres);
  }

  private Optional<LocalPostgres> postgres(@Nullable String databaseUrl) throws IOException {
    Optional<LocalPostgres> postgres =
        databaseUrl != null
            ? Optional.of(LocalPostgres.named(databaseUrl))
            : LocalPostgres.installed(folder);
    if (postgres.isPresent()) {
      open.add(postgres.get()::close);
    } else {
      report.skip("PostgreSQL: no server is installed here and --database names none");
    }
    return postgres;
  }

  private Optional<Served> peer(String name, Optional<Served> served) {
    if (served.isPresent()) {
      open.add(served.get()::close);
    } else {
      report.skip(name + ": it could not be fetched or did not start");
    }
    return served;
  }

  private Served started(Served served) {
    open.add(served::close);
    return served;
  }

  private void huge(Optional<LocalPostgres> postgres) throws IOException, SQLException {
    progress.accept("a push of 57 MB with a heap of 256 MB");
    String database = postgres.isPresent() ? postgres.get().create("channelcert_bench_huge") : null;
    try (Served small = servers.channelManager("huge", database, "256m", IngestBench::seed)) {
      Contest.huge(report, small);
    }
  }

  private void growth(Optional<LocalPostgres> postgres) throws IOException, SQLException {
    Growth growth = new Growth(report);
    for (int stored : Growth.STORED) {
      progress.accept("storing " + stored + " connections");
      String database =
          postgres.isPresent() ? postgres.get().create("channelcert_bench_" + stored) : null;
      growth.add(
          stored,
          started(
              servers.channelManager(
                  "growth-" + stored, database, "512m", seed -> Growth.seed(seed, stored))));
    }
    progress.accept("the same push beside them");
    growth.measure();
  }

  private static void seed(SeedStore seed) {
    seed.connections(0, SMALL_CONNECTIONS - 1, 5, 5);
    seed.connections(FULL_FROM, FULL_TO, 5, 5);
    seed.connections(MEDIUM_FROM, MEDIUM_TO, 8, 5);
    seed.connections(HUGE_FROM, HUGE_TO, 20, 20);
  }
}
