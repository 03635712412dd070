package channelcert.certification.evidence;

import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which every exchange becomes three files: {@code e-0001.json} about it, and the
 * bodies {@code e-0001-request.json} and {@code e-0001-answer.json}, byte for byte as masked. What
 * else decides a verdict is a line of {@code run.jsonl}; {@code SHA256SUMS} ends a finished run.
 */
public final class EvidenceFolder {
  /** What was written down of the run. */
  public static final String RUN = "run.jsonl";

  /** The hashes of all other files, as {@code sha256sum -c} reads them. */
  static final String SUMS = "SHA256SUMS";

  private static final Pattern OURS =
      Pattern.compile("e-\\d{4,}(-request|-answer)?\\.json|a-[0-9a-f]{12}.*|" + RUN + "|" + SUMS);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  /**
   * Opens the folder, making it where it does not exist.
   *
   * @throws UncheckedIOException when it cannot be made
   */
  public EvidenceFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made: " + e, e);
    }
  }

  public Path path() {
    return folder;
  }

  /** Whether a run writes files of that name. */
  static boolean isOurs(String name) {
    return OURS.matcher(name).matches();
  }

  /**
   * Removes what an earlier run left; other files stay.
   *
   * @throws UncheckedIOException when a file cannot be removed
   */
  public void clear() {
    try {
      for (Path file : files()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be emptied: " + e, e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isOurs(file.getFileName().toString())).sorted().toList();
    }
  }

  /**
   * Adds a line to what is written down of the run.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  void append(String line) {
    try {
      Files.writeString(
          folder.resolve(RUN),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(RUN + " cannot be written to " + folder + ": " + e, e);
    }
  }

  /**
   * Writes down the hash of every file, so that a later change is found.
   *
   * @throws UncheckedIOException when that cannot be done
   */
  void seal() {
    try {
      Files.deleteIfExists(folder.resolve(SUMS));
      StringBuilder sums = new StringBuilder();
      for (Path file : files()) {
        String name = file.getFileName().toString();
        sums.append(Sha256.of(Files.readAllBytes(file))).append("  ").append(name).append('\n');
      }
      Files.writeString(folder.resolve(SUMS), sums);
    } catch (IOException e) {
      throw new UncheckedIOException(SUMS + " cannot be written to " + folder + ": " + e, e);
    }
  }

  /**
   * Writes one exchange.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public void write(Exchange exchange) {
    try {
      Files.write(folder.resolve(exchange.id() + "-request.json"), exchange.requestBody().bytes());
      Files.write(folder.resolve(exchange.id() + "-answer.json"), exchange.responseBody().bytes());
      // Last, so that whoever finds it finds the bodies as well.
      Files.write(
          folder.resolve(exchange.id() + ".json"), MAPPER.writeValueAsBytes(about(exchange)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Evidence " + exchange.id() + " cannot be written to " + folder + ": " + e, e);
    }
  }

  /**
   * Keeps a file that somebody handed in, under a name made of its hash.
   *
   * @return what a record says of it
   * @throws UncheckedIOException when it cannot be written
   */
  ObjectNode keep(String name, byte[] bytes) {
    String hash = Sha256.of(bytes);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String kept =
        "a-" + hash.substring(0, 12) + (ending.matches("[a-z0-9]{1,5}") ? "." + ending : "");
    try {
      Files.write(folder.resolve(kept), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + name + "' cannot be kept in " + folder + ": " + e, e);
    }
    ObjectNode about = MAPPER.createObjectNode();
    about.put("name", name).put("bytes", bytes.length).put("sha256", hash).put("kept", kept);
    return about;
  }

  private static ObjectNode about(Exchange exchange) {
    ObjectNode about = MAPPER.createObjectNode();
    about.put("id", exchange.id());
    about.put("direction", exchange.direction().name());
    about.put("operation", exchange.operation());
    about.put("method", exchange.method());
    about.put("url", exchange.url().toString());
    about.put("startedAt", exchange.startedAt().toString());
    about.put("finishedAt", exchange.startedAt().plus(exchange.duration()).toString());
    about.put("durationMs", exchange.duration().toMillis());
    about.put("status", exchange.status());
    about.put("contentType", exchange.contentType());
    about.put("failure", exchange.failure());
    about.put("requestSha256", Sha256.of(exchange.requestBody().bytes()));
    about.put("answerSha256", Sha256.of(exchange.responseBody().bytes()));
    return about;
  }
}
