package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class WrongUseTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          certify --sed 5                 | --sed
          certify --seed many             | --seed
          certify --only INV-7            | INV-7
          certify --days 30               | --days
          certify --format pretty         | pretty
          certify --database mysql://a/b  | postgresql://
          certify --candidate missing.yml | missing.yml
          certify --judge nowhere         | nowhere
          certify --judge x --seed 1      | --seed
          certify --expected-failures no  | no
          certify --rerun-failed nowhere  | nowhere
          certify --resume nowhere        | nowhere
          certify --resume a --seed 4     | --seed
          compare a                       | AFTER
          compare nowhere elsewhere       | nowhere
          serve portals                   | portals
          serve --smtp mail.example.com   | --smtp
          certify --smtp http://host      | --smtp
          serve --mail-from a@b.example   | --mail-from
          serve --port 1                  | --mews-port
          fault-proxy                     | --list
          fault-proxy --fault no-such     | no-such
          fault-proxy --fault group-split | --candidate
          fault-proxy --fault group-split --candidate missing.yml --candidate-out x | missing.yml
          dance                           | dance
          certfy                          | did you mean certify?
          test                            | ./channelcert test
          certify --only INV-1,INV-99     | there is no test INV-99
          init --url foo                  | --url: 'foo' is no web address
          serve --extranet-password x     | at least 8 characters
          verify-file src                 | src is a folder
          verify-export src               | src is a folder
          verify-certificate src          | src is a folder
          verify-certificate README.md    | --key
          verify mews --url http://127.0.0.1:1 --client-token a | the client token is shorter than 8
          trigger                         | what to trigger
          trigger sing                    | sing
          trigger prices --rate FLX       | --category
          trigger delta --data nowhere    | nowhere
          trigger pause --format plainly  | plainly
          trigger fail a --towards me --control-token t | --towards
          trigger full-update --from soon | 'soon' is no date
          verify mews --url foo           | 'foo' is no web address
          certify --mews-url foo          | 'foo' is no web address
          serve channel-manager --mews-url ftp://h | 'ftp://h' is no web address
          certify --mews-port 99999       | '99999' is no port
          serve --management-port -1      | '-1' is no port
          init --out no/such/dir/x.yaml   | its folder does not
          contract-diff pom.xml pom.xml   | pom.xml holds no spec
          contract-diff Makefile Makefile | Makefile cannot be read as a spec
          contract-diff nowhere nowhere   | there is no file or folder nowhere
          bench ingest --tools README.md  | a file stands where a folder is needed
          bench push --database foo       | the database address must start with
          serve --data README.md          | README.md is a file
          certify --candidate src         | it is a folder, not a file
          certify --out README.md         | README.md cannot be written
          compare README.md README.md     | README.md/report.json
          verify-file README.md --key http://127.0.0.1:1/keys --signed pom.xml | connection refused
          """)
  void isToldInOneLineWithExitCode2(String command, String named) {
    Shell shell = Shell.run(command.strip().split(" +", -1));
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip()).contains(named).doesNotContain("\n\tat ", "Exception");
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void aSettingThatIsWrongIsToldWithThePlaceThatItComesFrom() {
    SettingSources environment =
        new SettingSources(Map.of("CHANNELCERT_MEWS_PORT", "abc"), new Properties());
    assertThat(refused(environment, "certify"))
        .contains("'abc' is no port", "(set in environment CHANNELCERT_MEWS_PORT)");
    assertThat(refused(environment, "certify", "--mews-port", "x")).doesNotContain("set in");
    Properties file = new Properties();
    file.setProperty("mews-prot", "8090");
    assertThat(refused(new SettingSources(Map.of(), file), "list"))
        .contains("channelcert.properties", "--mews-prot");
  }

  private static String refused(SettingSources sources, String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine(sources);
    line.setErr(new PrintWriter(err));
    assertThat(line.execute(arguments)).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    return err.toString();
  }

  @Test
  void theListOfCommandsCutsNoSentence() {
    assertSentences(Main.commandLine());
    assertThat(Shell.run("--help").out()).contains("  test ", "compare ");
  }

  private static void assertSentences(CommandLine line) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              String[] description = command.getCommandSpec().usageMessage().description();
              assertThat(description[0]).as(name).matches("(?s).*[.:]");
              assertSentences(command);
            });
  }

  @Test
  void aCandidateFileThatIsNoTextIsToldAsThat() throws IOException {
    Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
    Shell shell = Shell.run("certify", "--candidate", file.toString(), "--out", out());
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("it is no text in UTF-8").doesNotContain("Exception");
  }

  @Test
  void aWrongCandidateFileNamesTheFieldAndTheFix() throws IOException {
    Path file = candidate("http://127.0.0.1:1", "updatePrice");
    Shell shell = Shell.run("certify", "--candidate", file.toString(), "--out", out());
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("updatePrice");
  }

  @Test
  void aCandidateThatIsDownIsOneLineAndExitCode3WithinFiveSeconds() throws IOException {
    Path file = candidate("http://127.0.0.1:1", "updatePrices");
    long started = System.nanoTime();
    Shell shell = Shell.run("certify", "--candidate", file.toString(), "--out", out());
    assertThat(shell.exitCode()).isEqualTo(3);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("127.0.0.1:1");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aMewsSideThatIsDownCannotBeSteeredAndThatIsOneLineAndExitCode3() {
    Shell shell =
        Shell.run(
            "trigger",
            "connections",
            "--management-url",
            "http://127.0.0.1:1",
            "--control-token",
            "SECRET-OF-MINE");
    assertThat(shell.exitCode()).isEqualTo(3);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("127.0.0.1:1").doesNotContain("SECRET-OF-MINE");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void theListShowsEveryTestWithoutRunningIt() {
    Shell shell = Shell.run("list");
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out().lines())
        .hasSize(25 + Catalogue.supplementary().size())
        .first()
        .asString()
        .contains("INV-1", "inventory/availability", "required");
  }

  private Path candidate(String host, String pricesName) throws IOException {
    return Files.writeString(
        folder.resolve("candidate.yaml"),
        """
        name: Nobody
        clientToken: AAAAAAAAAAAAAAAA
        mewsClientToken: BBBBBBBBBBBBBBBB
        endpoints:
          updateAvailability: %1$s/updateAvailability
          %2$s: %1$s/updatePrices
          updateRestrictions: %1$s/updateRestrictions
          confirmGroup: %1$s/confirmGroup
        """
            .formatted(host, pricesName));
  }

  private String out() {
    return folder.resolve("report").toString();
  }
}
