package channelcert.certification.comparison;

import channelcert.certification.report.JsonReport;
import channelcert.certification.verdict.Verdict;
import channelcert.store.FileTrouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A report that a run wrote.
 *
 * @param root the whole file
 */
public record ReportFile(JsonNode root) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads {@code report.json} of a folder.
   *
   * @throws UnusableReport when there is none, or none that this program reads
   */
  public static ReportFile in(Path folder) {
    Path file = folder.resolve("report.json");
    try {
      return new ReportFile(checked(MAPPER.readTree(Files.readString(file)), file));
    } catch (NoSuchFileException e) {
      throw new UnusableReport(file + " does not exist; name the report folder of a run");
    } catch (JsonProcessingException e) {
      throw new UnusableReport(file + " is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnusableReport(file + " cannot be read: " + FileTrouble.words(e));
    }
  }

  /** Reads the text of a report that was made by this program. */
  public static ReportFile of(String text) {
    try {
      return new ReportFile(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is JSON", e);
    }
  }

  public long seed() {
    return root.path("seed").asLong();
  }

  /** Number of the attempt, from 1. */
  public int attempt() {
    return Math.max(1, root.path("attempt").asInt());
  }

  /** All rows, the supplementary ones last. */
  public List<JsonNode> rows() {
    return Stream.of("tests", "supplementary").flatMap(name -> each(root.path(name))).toList();
  }

  /** Codes of the rows that somebody has to do something about. */
  public List<String> open() {
    return rows().stream()
        .filter(row -> !List.of("PASSED", "NOT_APPLICABLE").contains(row.path("verdict").asText()))
        .map(row -> row.path("code").asText())
        .toList();
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static JsonNode checked(JsonNode root, Path file) {
    if (!root.path("schema").asText().equals(JsonReport.SCHEMA)) {
      throw new UnusableReport(
          file + " is no report that this program reads: its schema is not " + JsonReport.SCHEMA);
    }
    if (!root.path("seed").isIntegralNumber() || root.path("tests").isEmpty()) {
      throw new UnusableReport(file + " was changed: it names no seed or no tests");
    }
    Stream.of("tests", "supplementary")
        .flatMap(name -> each(root.path(name)))
        .forEach(row -> check(row, file));
    return root;
  }

  private static void check(JsonNode row, Path file) {
    boolean judged =
        Arrays.stream(Verdict.values())
            .anyMatch(v -> v.name().equals(row.path("verdict").asText()));
    if (!row.path("code").isTextual() || !judged || !row.path("expectations").isArray()) {
      throw new UnusableReport(
          file
              + " was changed: the row '"
              + row.path("code").asText()
              + "' has no code or verdict");
    }
  }
}
