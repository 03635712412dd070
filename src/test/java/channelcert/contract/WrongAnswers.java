package channelcert.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers of our servers that differ from their spec: those of this process, and of the processes
 * that tests start with {@link #program}.
 */
public final class WrongAnswers {
  private static final String NOTES = "channelcert.answers";

  /** Where programs that this process starts write what they answered. */
  private static final String OF_PROGRAMS = "answers-of-" + ProcessHandle.current().pid() + "-";

  private static final Path FOLDER = Path.of("target");

  /** Where this process, started by a test, writes what it answers. */
  private static final @Nullable String NOTED_IN = System.getProperty(NOTES);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_KNOWN = 2000;

  /** Answers that were held before: most of a run are the same. */
  private static final Set<Answer> RIGHT = ConcurrentHashMap.newKeySet();

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

  /** Holds an answer against the spec; a program leaves that to the test which started it. */
  static void note(Answer answer) {
    if (NOTED_IN == null) {
      hold(answer);
    } else {
      write(FOLDER.resolve(NOTED_IN + ProcessHandle.current().pid()), answer);
    }
  }

  private static void hold(Answer answer) {
    if (RIGHT.contains(answer)) {
      HELD.incrementAndGet();
      return;
    }
    answer
        .wrong()
        .ifPresent(
            wrong -> {
              HELD.incrementAndGet();
              FOUND.addAll(wrong);
              if (wrong.isEmpty() && RIGHT.size() < MOST_KNOWN) {
                RIGHT.add(answer);
              }
            });
  }

  private static synchronized void write(Path file, Answer answer) {
    try {
      Files.writeString(
          file,
          JSON.writeValueAsString(answer) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
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
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, OF_PROGRAMS + "*")) {
      for (Path file : files) {
        read(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> found = new ArrayList<>();
    for (String each = FOUND.poll(); each != null; each = FOUND.poll()) {
      found.add(each);
    }
    return found;
  }

  /** What a program wrote; the last line may be cut where it was killed. */
  private static void read(Path file) throws IOException {
    Path taken = file.resolveSibling("taken-" + file.getFileName());
    Files.move(file, taken);
    List<String> lines = Files.readAllLines(taken);
    Files.delete(taken);
    for (String line : lines.subList(0, lines.size() - 1)) {
      hold(JSON.readValue(line, Answer.class));
    }
    try {
      hold(JSON.readValue(lines.getLast(), Answer.class));
    } catch (JsonProcessingException cut) {
      // It was never answered.
    }
  }
}
