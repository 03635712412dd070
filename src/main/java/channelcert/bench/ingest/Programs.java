package channelcert.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Other programs that the benchmark starts; what they print goes to files of its folder. */
final class Programs {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Programs() {}

  /** Starts a program. */
  static Process start(Path folder, String name, List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  /** Runs a program to its end; false when it is missing or fails. */
  static boolean run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("commands.log").toFile())
              .start();
      boolean ended = process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until something is so.
   *
   * @throws IllegalStateException when it is not in time, naming it
   */
  static void await(String what, Duration atMost, BooleanSupplier isSo) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            what + " did not answer within " + atMost.toSeconds() + " s");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Resident memory of a process and those it started, in 1 000 000 bytes; 0 where unknown. */
  static double residentMegabytes(ProcessHandle process) {
    long kilobytes = resident(process);
    for (ProcessHandle child : process.descendants().toList()) {
      kilobytes += resident(child);
    }
    return kilobytes * 1024 / 1e6;
  }

  private static long resident(ProcessHandle process) {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException noLinux) {
      return 0;
    }
  }
}
