package channelcert.cli;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.store.FileTrouble;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the failures that are expected: a YAML list of {@code row}, {@code expectation}, reason.
 */
final class ExpectedFailuresFile {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Set<String> FIELDS = Set.of("row", "expectation", "reason");

  private final Path file;
  private final Set<String> named = new HashSet<>();

  private ExpectedFailuresFile(Path file) {
    this.file = file;
  }

  /** The entries of the file; what is wrong with it is the user's to mend. */
  static ExpectedFailures read(@Nullable Path file) {
    return file == null ? ExpectedFailures.NONE : new ExpectedFailuresFile(file).read();
  }

  private ExpectedFailures read() {
    JsonNode root = tree();
    if (!root.isArray()) {
      throw wrong("it is no list; write an entry as '- {row: INV-3, reason: ...}'");
    }
    List<ExpectedFailures.Entry> entries = new ArrayList<>();
    for (int i = 0; i < root.size(); i++) {
      entries.add(entry(root.get(i), "entry " + (i + 1) + ": "));
    }
    return new ExpectedFailures(entries);
  }

  private JsonNode tree() {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw wrong("it does not exist");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw wrong(
          "line "
              + line
              + ": no valid YAML; "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw wrong("it cannot be read: " + FileTrouble.words(e));
    }
  }

  private ExpectedFailures.Entry entry(JsonNode node, String where) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw wrong(where + "there is no field " + name + "; use row, expectation, reason");
              }
            });
    CertificationTest row = row(text(node, "row", where), where);
    String expectation = node.has("expectation") ? text(node, "expectation", where) : null;
    if (expectation != null
        && row.expectations().stream().noneMatch(each -> each.id().equals(expectation))) {
      throw wrong(
          where + row.code() + " has no expectation " + expectation + "; report.json names them");
    }
    ExpectedFailures.Entry entry =
        new ExpectedFailures.Entry(row.code(), expectation, text(node, "reason", where));
    if (!named.add(entry.name())) {
      throw wrong(where + entry.name() + " is named twice");
    }
    return entry;
  }

  private CertificationTest row(String code, String where) {
    return Catalogue.find(code.toUpperCase(Locale.ROOT))
        .orElseThrow(
            () -> wrong(where + "there is no test " + code + "; `channelcert list` shows all"));
  }

  private String text(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(where + field + " is missing");
    }
    return value.textValue().strip();
  }

  private UserError wrong(String what) {
    return UserError.usage("--expected-failures " + file + ": " + what);
  }
}
