package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed with {@code kill -9} while it tests. */
final class KilledRunTest {
  @TempDir Path folder;

  @Test
  void isResumedWithWhatHasEndedAndJudgedAsOneRun() throws Exception {
    Path out = folder.resolve("report");
    try (Started run =
        Started.command(
            folder.resolve("log"),
            "certify",
            "--only",
            "RES-3",
            "ERR-6",
            "--out",
            out.toString())) {
      run.await(() -> count(out, "\"event\":\"began\"") == 1, "beginning");
      Shell other = Shell.run("certify", "--out", out.toString());
      assertThat(other.exitCode()).isEqualTo(2);
      assertThat(other.err()).contains("another run is writing to");
      run.await(() -> count(out, "\"event\":\"opened\",\"row\":\"reservation/") >= 2, "RES-2");
      run.kill();
    }
    assertThat(Shell.run("certify", "--judge", out.toString()).err()).contains("--resume");
    List<String> before = lines(out);

    Shell resumed = Shell.run("certify", "--resume", out.toString());

    assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
    assertThat(resumed.out()).contains("4 of 4 passed").doesNotContain("to run: RES-1,");
    assertThat(lines(out)).startsWith(before.toArray(String[]::new));
    assertThat(count(out, "\"event\":\"ended\",\"row\":\"reservation/single-gross-create\""))
        .isOne();
    assertThat(out.resolve("unfinished")).doesNotExist();
    Shell judged = Shell.run("certify", "--judge", out.toString());
    assertThat(judged.exitCode()).as(judged.out() + judged.err()).isZero();
    assertThat(judged.out()).contains("report.json says the same");
    assertThat(Shell.run("certify", "--resume", out.toString()).err())
        .contains("holds no run that was broken off");
  }

  private static List<String> lines(Path out) {
    Path file = out.resolve("evidence/run.jsonl");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(Path out, String text) {
    return lines(out).stream().filter(line -> line.contains(text)).count();
  }
}
