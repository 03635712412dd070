package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void theReferenceChannelManagerPassesEveryTest() throws IOException {
    Path out = folder.resolve("report");
    Shell shell = Shell.run("certify", "--out", out.toString(), "--seed", "7");
    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    String report = Files.readString(out.resolve("report.json"));
    JsonNode tests = MAPPER.readTree(report).get("tests");
    assertThat(tests).hasSize(25);
    assertThat(tests).allSatisfy(t -> assertThat(t.get("verdict").textValue()).isEqualTo("PASSED"));
    assertThat(schemaViolations(out, report)).isEmpty();
    assertThat(report).doesNotContain("contractDifferences");
    assertThat(List.of("report.html", "junit.xml", "certification-file.xlsx", "evidence"))
        .allSatisfy(name -> assertThat(out.resolve(name)).exists());
    assertThat(evidence(out)).doesNotContain("4111111111111111").doesNotContain("\"cvv\":\"1");
    assertThat(evidence(out)).doesNotContainPattern("(client|connection)Token\":\"(?!masked)");
  }

  @Test
  void theReferenceChannelManagerPassesEverySupplementaryCheck() throws IOException {
    Path out = folder.resolve("supplementary");
    Shell shell =
        Shell.run(
            "certify",
            "--only",
            "ERR-2",
            "--supplementary",
            "--out",
            out.toString(),
            "--seed",
            "9");
    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    String report = Files.readString(out.resolve("report.json"));
    JsonNode rows = MAPPER.readTree(report).get("supplementary");
    assertThat(rows).hasSize(Catalogue.supplementary().size());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.get("verdict").textValue())
                    .as(row.get("code").textValue() + shell.out())
                    .isEqualTo("PASSED"));
    assertThat(schemaViolations(out, report)).isEmpty();
    assertThat(report).doesNotContain("contractDifferences");
    assertThat(Files.readString(out.resolve("junit.xml")))
        .contains("<testsuite name=\"Supplementary checks\"")
        .contains("SUP-7 ");
    assertThat(Files.readString(out.resolve("report.html"))).contains("id=\"SUP-20\"");
    assertThat(shell.out()).contains("SUP-20").contains("Further");
  }

  @Test
  void aSupplementaryCheckAloneCertifiesNothing() {
    Path out = folder.resolve("alone");
    Shell shell = Shell.run("certify", "--only", "SUP-6", "--out", out.toString());
    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isEqualTo(4);
    assertThat(shell.out()).contains("SUP-6").contains("1 of 1 passed");
  }

  @Test
  void theSameSeedGivesTheSameValuesAndAnotherSeedGivesOthers() throws IOException {
    List<String> first = values("first", "41");
    assertThat(values("second", "41")).isEqualTo(first);
    assertThat(values("third", "42")).doesNotContainAnyElementsOf(first);
  }

  /** What a run pushed and had booked, without the identifiers of messages. */
  private List<String> values(String name, String seed) throws IOException {
    Path out = folder.resolve(name);
    Shell shell =
        Shell.run("certify", "--only", "INV-1", "RES-1", "--seed", seed, "--out", out.toString());
    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
    try (Stream<Path> files = Files.list(out.resolve("evidence"))) {
      List<JsonNode> requests =
          files
              .filter(file -> file.toString().endsWith("-request.json"))
              .sorted()
              .map(CertifyTest::json)
              .toList();
      return List.of(longestPush(requests), booking(requests));
    }
  }

  /** The push of INV-1; those that set-up and bookings cause are shorter. */
  private static String longestPush(List<JsonNode> requests) {
    return requests.stream()
        .filter(message -> message.has("availabilities"))
        .max(Comparator.comparingInt(message -> message.get("availabilities").size()))
        .map(CertifyTest::withoutIds)
        .orElseThrow();
  }

  /** The booking of RES-1; what knocks at the address before a run books nothing. */
  private static String booking(List<JsonNode> requests) {
    return requests.stream()
        .filter(message -> message.has("channelManagerId") && !message.has("relatedMessageId"))
        .filter(message -> !message.path("reservations").isEmpty())
        .findFirst()
        .map(CertifyTest::withoutIds)
        .orElseThrow();
  }

  private static String withoutIds(JsonNode message) {
    ObjectNode copy = message.deepCopy();
    copy.remove(List.of("messageId", "responseUrl", "clientToken", "connectionToken"));
    return copy.toString();
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      return MAPPER.nullNode();
    }
  }

  private static List<String> schemaViolations(Path out, String report) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(out.resolve("report.schema.json")), InputFormat.JSON)
        .validate(report, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String evidence(Path out) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(out.resolve("evidence"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
