package channelcert.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers of our servers that differ from their spec: those of this process, and of the processes
 * that tests start with {@link #program}.
 */
public final class WrongAnswers {
  private static final String NOTES = "channelcert.wrong-answers";
  private static final Path OF_PROGRAMS =
      Path.of("target", "wrong-answers-" + ProcessHandle.current().pid());
  private static final @Nullable String NOTED_IN = System.getProperty(NOTES);

  private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
  private static final AtomicLong HELD = new AtomicLong();

  private WrongAnswers() {}

  /**
   * Command that starts a class in a process of its own whose servers are watched too.
   *
   * @param options of the virtual machine
   */
  public static List<String> program(String main, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-D" + NOTES + "=" + OF_PROGRAMS);
    command.add("-cp");
    String libraries = Files.readString(Path.of("target/classpath")).strip();
    command.add("target/classes:" + libraries + ":target/test-classes");
    command.add(main);
    return command;
  }

  /** Takes note of what is wrong with an answer, if anything is. */
  static void note(List<String> wrong) {
    HELD.incrementAndGet();
    if (NOTED_IN == null) {
      FOUND.addAll(wrong);
    } else if (!wrong.isEmpty()) {
      write(Path.of(NOTED_IN), wrong);
    }
  }

  private static void write(Path file, List<String> wrong) {
    try {
      Files.write(file, wrong, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many answers were held against a spec in this process. */
  static long held() {
    return HELD.get();
  }

  /** Takes what was found until now, here and in programs. */
  static List<String> take() {
    List<String> found = new ArrayList<>();
    for (String each = FOUND.poll(); each != null; each = FOUND.poll()) {
      found.add(each);
    }
    try {
      if (Files.exists(OF_PROGRAMS)) {
        found.addAll(Files.readAllLines(OF_PROGRAMS));
        Files.delete(OF_PROGRAMS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
