package channelcert.cli;

import channelcert.bench.PushBench;
import channelcert.bench.PushFigures;
import channelcert.bench.PushReport;
import channelcert.cli.terminal.Format;
import channelcert.store.Database;
import channelcert.store.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the pushing of updates to many connections. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the pushing of updates to many connections.",
      "Full updates of 365 nights and changes of single nights are pushed over HTTP to a receiver"
          + " in the same process that accepts everything. The first run warms up and is not"
          + " shown."
    })
final class BenchPushCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--connections",
      split = ",",
      paramLabel = "N",
      description = "How many connections, a run for each number (default: 1,100,1000).")
  private List<Integer> connections = List.of(1, 100, 1000);

  @Option(
      names = "--hanging",
      paramLabel = "N",
      description = "Connections that never answer, in a further run with 100 (default: 1).")
  private int hanging = 1;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "human, plain or json (default: human).")
  private Format format = Format.HUMAN;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "postgresql://... instead of the embedded database; its data stays.")
  private @Nullable String databaseUrl;

  @Override
  public Integer call() throws IOException {
    for (int count : connections) {
      if (count < 1 || count > MOST) {
        throw UserError.usage("--connections: " + count + " is not between 1 and " + MOST);
      }
    }
    run(Math.min(20, connections.getFirst()), 0);
    List<PushFigures> runs = new ArrayList<>();
    for (int count : connections) {
      runs.add(run(count, 0));
    }
    if (hanging > 0) {
      runs.add(run(100, hanging));
    }
    PushReport report = new PushReport(runs, PushBench.planMillis());
    spec.commandLine().getOut().println(format == Format.JSON ? report.json() : report.table());
    return ExitCode.PASSED;
  }

  private PushFigures run(int count, int hangingOnes) throws IOException {
    try (Storage storage = Storage.ofOneRun(databaseUrl);
        Database database = storage.open(Part.MEWS)) {
      spec.commandLine().getErr().println("push to " + count + " connections ...");
      return PushBench.run(database, Parts.CLOCK, Parts::newId, count, hangingOnes);
    }
  }
}
