package channelcert.certification.evidence;

import channelcert.certification.verdict.Message;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an evidence folder holds.
 *
 * @param messages the exchanges in the order in which they started
 * @param lines what was written down beside them
 */
public record RecordedEvidence(List<Message> messages, List<String> lines) {
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9.-]{1,60})");
  private static final Pattern RECORD = Pattern.compile("e-(\\d{4,9})\\.json");
  private static final Pattern PARTS = Pattern.compile("(e-\\d{4,9})(-request|-answer)?\\.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Reads a folder that a finished run left, and checks every file of it.
   *
   * @throws DamagedEvidence when a file is missing, too many or changed
   */
  public static RecordedEvidence sealed(Path folder) {
    Map<String, String> sums = sums(folder);
    sums.forEach(
        (name, sum) -> {
          if (!Sha256.of(bytes(folder, name)).equals(sum)) {
            throw new DamagedEvidence(name + " was changed: its hash is not that of SHA256SUMS");
          }
        });
    for (String name : names(folder)) {
      if (!sums.containsKey(name) && !name.equals(EvidenceFolder.SUMS)) {
        throw new DamagedEvidence(name + " was added: SHA256SUMS does not name it");
      }
    }
    return read(folder, sums.keySet().stream().toList());
  }

  /**
   * Reads a folder that a run left whose process died. What was being written at that moment is
   * removed: half an exchange, half a line.
   *
   * @throws DamagedEvidence when a file is missing or changed that was written as a whole
   */
  public static RecordedEvidence unsealed(Path folder) {
    cutHalfLine(folder);
    List<String> names = new ArrayList<>();
    for (String name : names(folder)) {
      Matcher file = PARTS.matcher(name);
      if (!file.matches() || isWhole(folder, file.group(1))) {
        names.add(name);
      } else {
        delete(folder, name);
      }
    }
    return read(folder, names);
  }

  /** What tells of an exchange is written last, and ends with a bracket. */
  private static boolean isWhole(Path folder, String id) {
    String name = id + ".json";
    return Files.exists(folder.resolve(name))
        && new String(bytes(folder, name), StandardCharsets.UTF_8).endsWith("}");
  }

  private static void cutHalfLine(Path folder) {
    String text = new String(bytes(folder, EvidenceFolder.RUN), StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      try {
        Files.writeString(
            folder.resolve(EvidenceFolder.RUN), text.substring(0, text.lastIndexOf('\n') + 1));
      } catch (IOException e) {
        throw new DamagedEvidence(EvidenceFolder.RUN + " cannot be written: " + e);
      }
    }
  }

  private static void delete(Path folder, String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new DamagedEvidence(name + " cannot be removed: " + e);
    }
  }

  private static RecordedEvidence read(Path folder, List<String> names) {
    List<Message> messages =
        names.stream()
            .filter(name -> RECORD.matcher(name).matches())
            .map(name -> message(folder, name))
            .sorted(Comparator.comparingInt(message -> EvidenceLog.numberOf(message.id())))
            .toList();
    String run = new String(bytes(folder, EvidenceFolder.RUN), StandardCharsets.UTF_8);
    return new RecordedEvidence(messages, run.lines().toList());
  }

  private static Map<String, String> sums(Path folder) {
    String text = new String(bytes(folder, EvidenceFolder.SUMS), StandardCharsets.UTF_8);
    Map<String, String> sums = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher sum = SUM.matcher(line);
      if (!sum.matches() || sums.put(sum.group(2), sum.group(1)) != null) {
        throw new DamagedEvidence("SHA256SUMS was changed: '" + cut(line) + "' names no file");
      }
    }
    return sums;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(EvidenceFolder::isOurs)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DamagedEvidence("the folder cannot be read: " + e);
    }
  }

  private static Message message(Path folder, String name) {
    JsonNode about = json(folder, name);
    String id = name.substring(0, name.length() - ".json".length());
    if (!text(about, "id", name).equals(id)) {
      throw new DamagedEvidence(name + " is about another exchange");
    }
    Body request = body(folder, id + "-request.json", text(about, "requestSha256", name));
    Body answer = body(folder, id + "-answer.json", text(about, "answerSha256", name));
    try {
      return Bodies.message(exchange(about, name, id, request, answer));
    } catch (RuntimeException e) {
      throw e instanceof DamagedEvidence damage
          ? damage
          : new DamagedEvidence(name + " cannot be understood: " + e.getMessage());
    }
  }

  private static Exchange exchange(
      JsonNode about, String name, String id, Body request, Body answer) {
    Instant startedAt = Instant.parse(text(about, "startedAt", name));
    return new Exchange(
        id,
        Direction.valueOf(text(about, "direction", name)),
        text(about, "operation", name),
        text(about, "method", name),
        URI.create(text(about, "url", name)),
        startedAt,
        Duration.between(startedAt, Instant.parse(text(about, "finishedAt", name))),
        request,
        about.path("status").asInt(),
        optional(about, "contentType"),
        answer,
        optional(about, "failure"));
  }

  private static Body body(Path folder, String name, String sum) {
    byte[] bytes = bytes(folder, name);
    if (!Sha256.of(bytes).equals(sum)) {
      throw new DamagedEvidence(name + " was changed: its hash is not the recorded one");
    }
    return Body.of(bytes);
  }

  private static JsonNode json(Path folder, String name) {
    try {
      return MAPPER.readTree(new String(bytes(folder, name), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new DamagedEvidence(name + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String text(JsonNode about, String field, String name) {
    JsonNode value = about.path(field);
    if (!value.isTextual()) {
      throw new DamagedEvidence(name + " lacks " + field);
    }
    return value.textValue();
  }

  private static @Nullable String optional(JsonNode about, String field) {
    return about.path(field).isTextual() ? about.path(field).textValue() : null;
  }

  private static byte[] bytes(Path folder, String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException e) {
      throw new DamagedEvidence(name + " is missing");
    } catch (IOException e) {
      throw new DamagedEvidence(name + " cannot be read: " + e);
    }
  }

  private static String cut(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "...";
  }
}
