package channelcert.cli;

import channelcert.contract.WrongAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The program in a process of its own, as a user starts it. */
final class Started implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Started(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a command.
   *
   * @param output file that takes what it prints
   */
  static Started command(Path output, String... arguments) throws IOException {
    List<String> command =
        WrongAnswers.program(
            Main.class.getName(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    return new Started(process, output);
  }

  /** Waits until it has printed the text. */
  void awaitText(String text) {
    await(() -> printed().contains(text), "printing '" + text + "'");
  }

  int exitCode(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + atMost + ":\n" + printed());
    }
    return process.exitValue();
  }

  boolean running() {
    return process.isAlive();
  }

  /** {@code SIGTERM}, as a supervisor stops a process; returns at once. */
  void terminate() {
    process.destroy();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks again and again, for two minutes at most. */
  void await(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + what + " within two minutes:\n" + printed());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
