package channelcert.certification.evidence;

import channelcert.exchange.Body;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The folder in which every exchange becomes three files: {@code e-0001.json} about it, and the
 * bodies {@code e-0001-request.json} and {@code e-0001-answer.json}, byte for byte as masked.
 */
public final class EvidenceFolder {
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

  /**
   * Writes one exchange.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public void write(Exchange exchange) {
    try {
      Files.write(
          folder.resolve(exchange.id() + ".json"), MAPPER.writeValueAsBytes(about(exchange)));
      Files.write(folder.resolve(exchange.id() + "-request.json"), exchange.requestBody().bytes());
      Files.write(folder.resolve(exchange.id() + "-answer.json"), exchange.responseBody().bytes());
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
    Body body = Body.of(bytes);
    String hash = sha256(body);
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
    about.put("durationMs", exchange.duration().toMillis());
    about.put("status", exchange.status());
    about.put("contentType", exchange.contentType());
    about.put("failure", exchange.failure());
    about.put("requestSha256", sha256(exchange.requestBody()));
    about.put("answerSha256", sha256(exchange.responseBody()));
    return about;
  }

  private static String sha256(Body body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
