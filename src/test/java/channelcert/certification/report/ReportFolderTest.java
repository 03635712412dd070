package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.verdict.RunResult;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {
  @TempDir Path folder;

  @Test
  void holdsEveryFileAndNoHalfOnes() throws IOException {
    write(SampleRun.result());
    assertThat(names())
        .containsExactlyInAnyOrder(
            "report.json", "report.schema.json", "report.html", "junit.xml", "more.txt");
  }

  @Test
  void replacesTheReportOfAnEarlierRun() throws IOException {
    write(SampleRun.result());
    write(SampleRun.passed());
    assertThat(folder.resolve("report.json")).content().doesNotContain("\"FAILED\"");
    assertThat(folder.resolve("report.html")).content().contains("Every required test passed.");
  }

  @Test
  void keepsTheEarlierReportWhenANewOneCannotBeWritten() throws IOException {
    write(SampleRun.result());
    String before = Files.readString(folder.resolve("report.html"));
    Files.createDirectories(folder.resolve(".report.json.part/in-the-way"));
    assertThatThrownBy(() -> write(SampleRun.passed())).isInstanceOf(IOException.class);
    assertThat(folder.resolve("report.html")).content().isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void reportJsonFollowsTheSchemaBesideIt(RunResult run) throws IOException {
    write(run);
    assertThat(schema().validate(Files.readString(folder.resolve("report.json")), InputFormat.JSON))
        .isEmpty();
  }

  static List<RunResult> runs() {
    return List.of(SampleRun.result(), SampleRun.passed(), SampleRun.hostile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"code\" : \"INV-1\"->\"code\" : \"INV-7\"",
        "\"id\" : \"inventory/availability\"->\"id\" : \"Inventory\"",
        "\"verdict\" : \"FAILED\"->\"verdict\" : \"BROKEN\"",
        "\"basis\" : \"WIRE\"->\"basis\" : \"GUESS\"",
        "\"e-0001\"->\"../e-0001\"",
        "\"attempt\" : 1->\"attempt\" : 0",
        "\"attempt\" : 1->\"attempt\" : 1, \"more\" : 1",
        "\"durationMs\" : 84,->"
      })
  void theSchemaIsStrict(String change) throws IOException {
    write(SampleRun.result());
    int arrow = change.indexOf("->");
    String text = Files.readString(folder.resolve("report.json"));
    String changed = text.replace(change.substring(0, arrow), change.substring(arrow + 2));
    assertThat(changed).isNotEqualTo(text);
    assertThat(schema().validate(changed, InputFormat.JSON)).isNotEmpty();
  }

  private void write(RunResult run) throws IOException {
    new ReportFolder()
        .write(run, SampleRun.exchanges(), folder, Map.of("more.txt", new byte[] {1}));
  }

  private Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(folder.resolve("report.schema.json")), InputFormat.JSON);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
