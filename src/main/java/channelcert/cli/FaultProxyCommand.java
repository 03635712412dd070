package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.InvalidCandidate;
import channelcert.fault.Fault;
import channelcert.fault.FaultProxy;
import channelcert.fault.FaultProxySettings;
import channelcert.fault.Faults;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stands in front of a candidate and makes it wrong in one way, until stopped. */
@Command(
    name = "fault-proxy",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a channel manager wrong in one named way, to see what the certification says of it.",
      "Certify the candidate file that it writes; point the channel manager's Mews address at"
          + " --mews-port for faults in what it sends."
    })
final class FaultProxyCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String DRIVER = "/driver/";

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(names = "--list", description = "Lists the faults, and which test finds each.")
  private boolean list;

  @Option(names = "--fault", paramLabel = "NAME", description = "The fault, as --list names it.")
  private @Nullable String name;

  @Option(
      names = "--candidate",
      paramLabel = "FILE",
      description = "Candidate file of the channel manager.")
  private @Nullable Path candidate;

  @Option(
      names = "--candidate-out",
      paramLabel = "FILE",
      description = "Writes the candidate file of the channel manager with the fault.")
  private @Nullable Path candidateOut;

  @Option(
      names = "--port",
      converter = PortNumber.class,
      defaultValue = "8191",
      description = "Port that Mews calls (default: ${DEFAULT-VALUE}).")
  private int port = 8191;

  @Option(
      names = "--mews-port",
      converter = PortNumber.class,
      defaultValue = "8190",
      description = "Port that the channel manager calls (default: ${DEFAULT-VALUE}).")
  private int mewsPort = 8190;

  @Option(
      names = "--mews-url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8090",
      description = "Address of the Mews side (default: ${DEFAULT-VALUE}).")
  private URI mewsUrl = URI.create("http://127.0.0.1:8090");

  @Override
  public Integer call() throws Exception {
    if (list) {
      Faults.all().forEach(this::print);
      return ExitCode.PASSED;
    }
    Fault fault = fault();
    if (candidate == null || candidateOut == null) {
      throw UserError.usage("--candidate FILE and --candidate-out FILE are needed with --fault");
    }
    Candidate real = read(candidate);
    try (FaultProxy proxy = start(real, fault)) {
      write(real, proxy.candidateUrl(), candidateOut);
      tell(fault, proxy, candidateOut);
      awaitEnd(proxy);
    }
    return ExitCode.PASSED;
  }

  private void print(Fault fault) {
    out().printf("%-42s %-6s %s%n", fault.name(), fault.row(), fault.breaks());
  }

  private Fault fault() {
    if (name == null) {
      throw UserError.usage("--fault NAME is missing; `channelcert fault-proxy --list` shows all");
    }
    String wanted = name;
    return Faults.named(wanted)
        .orElseThrow(
            () ->
                UserError.usage(
                    "--fault: there is no fault '"
                        + wanted
                        + "'; `channelcert fault-proxy --list` shows all"));
  }

  private static Candidate read(Path file) {
    try {
      return CandidateFile.read(file);
    } catch (InvalidCandidate e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private FaultProxy start(Candidate real, Fault fault) {
    try {
      return FaultProxy.start(
          new FaultProxySettings(
              LOOPBACK, port, mewsPort, path -> address(real, path), () -> mewsUrl, fault));
    } catch (UncheckedIOException e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  /** A partner registers an address for each operation, on whatever host and path. */
  private static String address(Candidate real, String path) {
    if (path.startsWith(DRIVER) && real.driver() != null) {
      return real.driver().toString().replaceAll("/$", "") + path.substring(DRIVER.length() - 1);
    }
    URI registered = real.endpoints().get(path.substring(1));
    return registered != null ? registered.toString() : "http://" + LOOPBACK + ":0" + path;
  }

  private static void write(Candidate real, URI proxy, Path file) {
    Map<String, URI> endpoints = new TreeMap<>();
    real.endpoints()
        .keySet()
        .forEach(operation -> endpoints.put(operation, proxy.resolve("/" + operation)));
    try {
      CandidateFile.write(
          real.at(endpoints, real.driver() == null ? null : proxy.resolve("/driver")), file);
    } catch (UncheckedIOException e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private void tell(Fault fault, FaultProxy proxy, Path file) {
    out().println("Fault            " + fault.name() + ", found by " + fault.row());
    out().println("  the rule       " + fault.breaks());
    out().println("Mews calls       " + proxy.candidateUrl() + ", as " + file + " says");
    out().println("Point Mews' address of the channel manager at " + proxy.mewsUrl());
    out().println("  Mews itself is awaited at " + mewsUrl);
    out()
        .println(
            "Try: ./channelcert certify --candidate "
                + file
                + " --mews-port "
                + mewsUrl.getPort()
                + " --only "
                + fault.row());
    out().println("Stop with Ctrl+C.");
    out().flush();
  }

  private static void awaitEnd(FaultProxy proxy) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  proxy.close();
                  ended.countDown();
                }));
    ended.await();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
