package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of two rows, judged again from its folder, as it is and changed. */
final class EvidenceTest {
  @TempDir static Path recorded;

  @TempDir Path copy;

  @BeforeAll
  static void certify() {
    Shell shell =
        Shell.run(
            "certify", "--only", "INV-1", "RES-3", "--seed", "5", "--out", recorded.toString());
    assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
  }

  @Test
  void judgedAgainItGivesTheSameReport() throws IOException {
    Shell shell = judge(recorded, "--format", "json");
    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.out()).isEqualTo(Files.readString(recorded.resolve("report.json")));
    assertThat(shell.err()).contains("report.json says the same");
  }

  @Test
  void whatDiffersFromTheContractIsToldAndChangesNoVerdict() throws Exception {
    copy();
    Path exchange = exchangeOf("updateAvailability");
    Path answer = Path.of(exchange.toString().replace(".json", "-answer.json"));
    String ofAnswer = sum(answer);
    String ofExchange = sum(exchange);
    replace(answer, "{", "{\"vendor\":\"Acme\",");
    replace(exchange, ofAnswer, sum(answer));
    Path sums = copy.resolve("evidence/SHA256SUMS");
    String name = "  " + answer.getFileName();
    replace(sums, ofAnswer + name, sum(answer) + name);
    replace(sums, ofExchange, sum(exchange));

    Shell shell = judge(copy);

    assertThat(shell.exitCode()).as(shell.out()).isZero();
    assertThat(shell.out())
        .contains("report.json says the same")
        .contains("Differences from the contract")
        .contains(
            "updateAvailability, what it answers: vendor is not in the contract (1 exchange)");
    assertThat(judge(recorded).out()).doesNotContain("Differences from the contract");
  }

  private Path exchangeOf(String operation) throws IOException {
    try (Stream<Path> files = Files.list(copy.resolve("evidence"))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("e-\\d+\\.json")
            && Files.readString(file).contains('"' + operation + '"')) {
          return file;
        }
      }
    }
    throw new AssertionError("no exchange of " + operation);
  }

  private static void replace(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(before);
    assertThat(at).as(before + " in " + file).isNotNegative();
    Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
  }

  private static String sum(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }

  @Test
  void aReportThatSaysSomethingElseIsTold() throws IOException {
    copy();
    Path report = copy.resolve("report.json");
    String written = Files.readString(report);
    Files.writeString(
        report, written.replaceFirst("\"PASSED\"(?=,\\s+\"durationMs)", "\"FAILED\""));
    Shell shell = judge(copy);
    assertThat(shell.exitCode()).isEqualTo(4);
    assertThat(shell.out()).contains("INV-1 verdict: FAILED instead of PASSED");
  }

  @Test
  void anExpectedFailureThatDoesNotFailFailsTheRunAndTheWorkflowIsTold() throws IOException {
    Path file = Files.writeString(copy.resolve("known.yaml"), "- {row: res-2, reason: Ticket 12}");
    Shell shell = judge(recorded, "--expected-failures", file.toString(), "--github");
    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.out().lines().toList()).first().asString().startsWith("::stop-commands::");
    assertThat(shell.out().lines().toList().getLast())
        .startsWith("::error title=RES-2%3A no longer failing::");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no list in it",
        "- {row: INV-9, reason: x}",
        "- {row: INV-1}",
        "- {row: INV-1, reason: x, until: tomorrow}",
        "- {row: INV-1, expectation: nothing, reason: x}",
        "- {row: INV-1, reason: x}\n- {row: inv-1, reason: y}",
        "- {row: INV-1"
      })
  void aWrongFileOfExpectedFailuresIsToldInOneLine(String text) throws IOException {
    Path file = Files.writeString(copy.resolve("known.yaml"), text);
    Shell shell = judge(recorded, "--expected-failures", file.toString());
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("known.yaml: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.json", "-request.json", "-answer.json", "run.jsonl", "SHA256SUMS"})
  void oneChangedByteIsFound(String end) throws IOException {
    copy();
    Path file = file(end);
    byte[] bytes = Files.readAllBytes(file);
    bytes[3] ^= 1;
    Files.write(file, bytes);
    isRefused((end.equals("SHA256SUMS") ? "" : file.getFileName()) + " was changed");
  }

  /** One that is not empty. */
  private Path file(String end) throws IOException {
    try (Stream<Path> files = Files.list(copy.resolve("evidence"))) {
      return files
          .filter(file -> file.toString().endsWith(end) && file.toFile().length() > 0)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aCutFileIsFound() throws IOException {
    copy();
    Path file = copy.resolve("evidence/e-0020.json");
    Files.writeString(file, Files.readString(file).substring(0, 40));
    isRefused("e-0020.json was changed");
  }

  @Test
  void aMissingFileIsFound() throws IOException {
    copy();
    Files.delete(copy.resolve("evidence/e-0020-answer.json"));
    isRefused("e-0020-answer.json is missing");
  }

  @Test
  void anAddedFileIsFound() throws IOException {
    copy();
    Files.copy(copy.resolve("evidence/e-0020.json"), copy.resolve("evidence/e-0999.json"));
    isRefused("e-0999.json was added");
  }

  @Test
  void aRunWithoutItsSealIsFound() throws IOException {
    copy();
    Files.delete(copy.resolve("evidence/SHA256SUMS"));
    isRefused("SHA256SUMS is missing");
  }

  @Test
  void otherFilesDoNoHarm() throws IOException {
    copy();
    Files.writeString(copy.resolve("evidence/notes.txt"), "mine", StandardOpenOption.CREATE_NEW);
    assertThat(judge(copy).exitCode()).isZero();
  }

  @Test
  void aRunThatPassesElsewhereIsComparedByItsBehaviour() {
    Shell run =
        Shell.run(
            "certify",
            "--asynchronous",
            "--only",
            "INV-1",
            "--seed",
            "5",
            "--out",
            copy.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();

    Shell shell = Shell.run("compare", recorded.toString(), copy.toString(), "--format", "plain");

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out())
        .contains("answers to updateAvailability: accepted, now accepted, to be confirmed")
        .contains("processAvailabilityConfirmation sent: 0 times, now ")
        .contains("Only in the first (3)", "  RES-3 ");
  }

  @Test
  void aTestThatDoesNotPassAnyMoreIsANewFailureAndTheOtherWayRoundItIsFixed() throws IOException {
    copy();
    Path report = copy.resolve("report.json");
    String written = Files.readString(report);
    Files.writeString(
        report, written.replaceFirst("\"PASSED\"(?=,\\s+\"durationMs)", "\"FAILED\""));

    Shell worse = Shell.run("compare", recorded.toString(), copy.toString(), "--format", "plain");
    Shell better = Shell.run("compare", copy.toString(), recorded.toString(), "--format", "json");

    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out())
        .startsWith("New failures (1)\n  INV-1 ")
        .endsWith("The same: 3 tests.\n");
    assertThat(better.exitCode()).isZero();
    assertThat(better.out()).contains("\"kind\" : \"FIXED\"", "\"sameSeed\" : true");
  }

  @Test
  void onlyWhatDidNotPassIsRunAgainBesideTheOldReport() throws IOException {
    copy();
    Path report = copy.resolve("report.json");
    String written = Files.readString(report);
    Files.writeString(
        report, written.replaceFirst("\"PASSED\"(?=,\\s+\"durationMs)", "\"FAILED\""));
    Path again = copy.resolve("again");

    Shell shell =
        Shell.run("certify", "--rerun-failed", copy.toString(), "--out", again.toString());
    Shell nothing = Shell.run("certify", "--rerun-failed", recorded.toString());

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(Files.readString(again.resolve("report.json")))
        .contains("\"seed\" : 5", "\"attempt\" : 2", "\"code\" : \"INV-1\"")
        .doesNotContain("\"code\" : \"RES-1\"");
    assertThat(nothing.exitCode()).isZero();
    assertThat(nothing.out()).contains("Nothing to run again");
  }

  private void isRefused(String why) {
    Shell shell = judge(copy);
    assertThat(shell.exitCode()).isEqualTo(4);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains(why);
    assertThat(shell.out()).isEmpty();
  }

  private static Shell judge(Path folder, String... further) {
    return Shell.run(
        Stream.concat(Stream.of("certify", "--judge", folder.toString()), Stream.of(further))
            .toArray(String[]::new));
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(recorded)) {
      files.filter(Files::isRegularFile).forEach(this::copy);
    }
  }

  private void copy(Path file) {
    try {
      Path target = copy.resolve(recorded.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
