package channelcert.mews.simulation;

import channelcert.contract.WrongAnswers;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Mews side in a process of its own that pushes, and may make changes of its own, until it is
 * killed.
 */
final class PushingProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String READY = "ready";

  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final List<String> printed = new ArrayList<>();
  private volatile int changed;

  private PushingProcess(Process process, int changed) {
    this.process = process;
    this.changed = changed;
  }

  /** Only pushes what others change. */
  static PushingProcess start(DatabaseUrl url) throws IOException {
    return start(url, 0, LocalDate.EPOCH, 0, 0);
  }

  /**
   * Makes the batches of a {@link Hotelier} as well.
   *
   * @param from the first batch
   * @param to the batch before which it stops to change
   */
  static PushingProcess start(DatabaseUrl url, long seed, LocalDate start, int from, int to)
      throws IOException {
    List<String> command =
        WrongAnswers.program(
            PushingProcess.class.getName(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");
    command.addAll(List.of(url.jdbc(), text(url.user()), text(url.password())));
    command.addAll(List.of(Long.toString(seed), start.toString()));
    command.addAll(List.of(Integer.toString(from), Integer.toString(to)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    PushingProcess started = new PushingProcess(process, from);
    Thread.ofPlatform().daemon().start(started::listen);
    return started;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException gone) {
      // killed
    }
  }

  private void take(String line) {
    if (line.equals(READY)) {
      ready.countDown();
    } else if (line.matches("\\d+")) {
      changed = Integer.parseInt(line);
    } else {
      synchronized (printed) {
        printed.add(line);
      }
    }
  }

  PushingProcess awaitReady() throws InterruptedException {
    if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      signal("-QUIT");
      Thread.sleep(Duration.ofSeconds(2));
      throw new AssertionError("no process that pushes: " + printed());
    }
    return this;
  }

  /** The batch that would be next, as far as was said. */
  int changed() {
    return changed;
  }

  String printed() {
    synchronized (printed) {
      return String.join("\n", printed);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** {@code kill -STOP}, until {@link #goOn}. */
  void stop() {
    signal("-STOP");
  }

  void goOn() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      int exit = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill " + signal + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** The process itself. */
  public static void main(String[] arguments) throws InterruptedException {
    DatabaseUrl url = new DatabaseUrl(arguments[0], arguments[1], arguments[2]);
    Hotelier hotelier = new Hotelier(Long.parseLong(arguments[3]), LocalDate.parse(arguments[4]));
    Database database = Database.open(url, Part.MEWS);
    MewsSide mews =
        MewsSide.start(
            MewsSettings.loopback(database, Clock.systemUTC(), () -> UUID.randomUUID().toString())
                .withCallTimeout(Duration.ofSeconds(10))
                .withChance(new Random()));
    System.out.println(READY);
    for (int batch = Integer.parseInt(arguments[5]); batch < Integer.parseInt(arguments[6]); ) {
      hotelier.change(mews, batch++);
      System.out.println(batch);
    }
    Thread.currentThread().join();
  }
}
