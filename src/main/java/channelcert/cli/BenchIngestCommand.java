package channelcert.cli;

import channelcert.bench.ingest.IngestBench;
import channelcert.bench.ingest.IngestReport;
import channelcert.cli.terminal.Format;
import channelcert.store.FileTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast the reference channel manager takes pushes in. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast the reference channel manager takes pushes in.",
      "Each figure stands beside its yardstick: COPY into the same PostgreSQL, WireMock and Prism"
          + " under the same load. Takes some minutes; leave the machine alone meanwhile."
    })
final class BenchIngestCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "postgresql://... of a server on which databases may be created and dropped (default: the"
              + " newest PostgreSQL installed here is started for the run).")
  private @Nullable String databaseUrl;

  @Option(
      names = "--no-peers",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Whether WireMock and Prism are fetched by Maven and npm, and measured as well (default:"
              + " they are).")
  private boolean peers = true;

  @Option(
      names = "--tools",
      paramLabel = "DIR",
      description = "Where fetched programs stay (default: .cache/channelcert at home).")
  private Path tools = Path.of(System.getProperty("user.home"), ".cache", "channelcert");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "human, plain or json (default: human).")
  private Format format = Format.HUMAN;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Files.createDirectories(tools);
    } catch (IOException e) {
      throw UserError.usage("--tools: " + tools + " cannot be used: " + FileTrouble.words(e));
    }
    Path folder = Files.createTempDirectory("channelcert-bench-");
    try {
      IngestReport report =
          IngestBench.run(
              folder, tools.toAbsolutePath(), databaseUrl, peers, what -> tell(err, what));
      spec.commandLine().getOut().println(format == Format.JSON ? report.json() : report.table());
      delete(folder);
      return ExitCode.PASSED;
    } catch (IllegalStateException fault) {
      throw UserError.usage(fault.getMessage() + "; the logs of this run are in " + folder);
    }
  }

  private static void tell(PrintWriter err, String what) {
    err.println(what + " ...");
    err.flush();
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
