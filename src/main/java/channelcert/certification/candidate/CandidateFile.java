package channelcert.certification.candidate;

import channelcert.store.FileTrouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes candidate files: YAML, checked against {@code candidate.schema.json}. */
public final class CandidateFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .build())
          .build();

  private CandidateFile() {}

  /**
   * Reads a candidate file.
   *
   * @throws InvalidCandidate when it cannot be read or says something that it may not say
   */
  public static Candidate read(Path file) {
    String text = text(file);
    JsonNode root = parse(file, text);
    FieldLines lines = lines(text);
    CandidateSchema.faults(root, lines)
        .ifPresent(
            fault -> {
              throw new InvalidCandidate(file.getFileName() + ": " + fault);
            });
    try {
      return CandidateMapper.candidate(root);
    } catch (InvalidCandidate e) {
      String message = String.valueOf(e.getMessage());
      int line = lines.find(message.substring(0, Math.max(0, message.indexOf(' '))));
      throw new InvalidCandidate(file.getFileName() + ": line " + line + ": " + message);
    }
  }

  private static FieldLines lines(String text) {
    try {
      return FieldLines.of(text);
    } catch (IOException e) {
      throw new UncheckedIOException("a text that was read is read again", e);
    }
  }

  /**
   * Writes a candidate file that {@link #read} understands. It holds tokens.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(Candidate candidate, Path file) {
    ObjectNode root = CandidateMapper.yaml(candidate, YAML.createObjectNode());
    try {
      Files.writeString(file, YAML.writeValueAsString(root));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The candidate file " + file + " cannot be written: " + FileTrouble.words(e), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidCandidate(
          "The candidate file " + file + " does not exist; write one with 'channelcert init'.");
    } catch (IOException e) {
      throw new InvalidCandidate(
          "The candidate file " + file + " cannot be read: " + FileTrouble.words(e));
    }
  }

  private static JsonNode parse(Path file, String text) {
    try {
      JsonNode root = YAML.readTree(text);
      if (!root.isObject()) {
        throw new InvalidCandidate(
            file.getFileName()
                + ": the file is empty or no list of fields; begin with 'name: ...'.");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new InvalidCandidate(
          file.getFileName() + ", line " + line(e) + ": no valid YAML; " + firstLine(e));
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("the text cannot be understood");
  }
}
