package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.preflight.Diagnosis;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.channelmanager.Surroundings;
import channelcert.cli.terminal.DoctorReport;
import channelcert.store.Database;
import channelcert.store.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitAndDoctorTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void initWritesACommentedFileThatCertifyUnderstands() {
    Path file = folder.resolve("acme.yaml");
    Shell shell =
        Shell.run(
            "init",
            "--name",
            "Acme \"one\"",
            "--url",
            "https://acme.example/mews/",
            "--out",
            file.toString());
    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.out()).contains("doctor --candidate");
    Candidate candidate = CandidateFile.read(file);
    assertThat(candidate.name()).isEqualTo("Acme \"one\"");
    assertThat(candidate.endpoints().get("updatePrices"))
        .isEqualTo(URI.create("https://acme.example/mews/updatePrices"));
    assertThat(candidate.readBack()).isEqualTo(ReadBack.CHALLENGE);
    assertThat(candidate.driver()).isNull();
    assertThat(candidate.capabilities().horizonDays()).isEqualTo(365);
  }

  @Test
  void initOverwritesNothingAndLeavesNoBrokenFile() throws IOException {
    Path file = Files.writeString(folder.resolve("there.yaml"), "mine");
    assertThat(Shell.run("init", "--out", file.toString()).err()).contains("exists already");
    assertThat(Files.readString(file)).isEqualTo("mine");
    Path other = folder.resolve("other.yaml");
    Shell shell = Shell.run("init", "--url", "acme", "--out", other.toString());
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    assertThat(shell.err()).contains("--url: 'acme' is no web address");
    assertThat(other).doesNotExist();
  }

  @Test
  void theDoctorFindsTheReferenceChannelManagerReadyWithItsMapping() throws Exception {
    int mewsPort = Ports.free();
    Tokens tokens = Tokens.choose();
    try (Storage storage = Storage.ofOneRun(null);
        Database data = storage.open(Part.CHANNEL_MANAGER);
        ChannelManagerSide side =
            Parts.startChannelManager(
                0, URI.create("http://127.0.0.1:" + mewsPort), tokens, data, Surroundings.USUAL)) {
      Duration ample = Duration.ofMinutes(1);
      List<Diagnosis> found =
          new Doctor(mewsPort, null, ample, ample).look(Parts.candidate(side, tokens, null));
      assertThat(found).allMatch(DoctorReport::isHarmless);
      assertThat(found)
          .extracting(Diagnosis::toString)
          .anyMatch(text -> text.startsWith("mapping: 6 categories, "))
          .anyMatch(text -> text.startsWith("clientToken: "))
          .noneMatch(text -> text.contains(tokens.client()));
    }
  }

  @Test
  void aDriverThatTakesTooLongIsToldAsThatAndNotAsAWrongToken() throws Exception {
    int mewsPort = Ports.free();
    Tokens tokens = Tokens.choose();
    try (Storage storage = Storage.ofOneRun(null);
        Database data = storage.open(Part.CHANNEL_MANAGER);
        ChannelManagerSide side =
            Parts.startChannelManager(
                0, URI.create("http://127.0.0.1:" + mewsPort), tokens, data, Surroundings.USUAL)) {
      List<Diagnosis> found =
          new Doctor(mewsPort, null, Duration.ofMinutes(1), Duration.ofMillis(1))
              .look(Parts.candidate(side, tokens, null));
      assertThat(found)
          .extracting(Diagnosis::toString)
          .filteredOn(text -> text.startsWith("mapping: "))
          .singleElement()
          .asString()
          .contains("no answer within 1 ms")
          .doesNotContain("mewsClientToken");
    }
  }

  @Test
  void aCandidateThatCallsAnotherAddressOfMewsIsToldWhichOptionGivesIt() throws Exception {
    Tokens tokens = Tokens.choose();
    try (Storage storage = Storage.ofOneRun(null);
        Database data = storage.open(Part.CHANNEL_MANAGER);
        ChannelManagerSide side =
            Parts.startChannelManager(
                0, URI.create("http://127.0.0.1:1"), tokens, data, Surroundings.USUAL)) {
      Duration ample = Duration.ofMinutes(1);
      assertThat(new Doctor(0, null, ample, ample).look(Parts.candidate(side, tokens, null)))
          .extracting(Diagnosis::toString)
          .filteredOn(text -> text.startsWith("mapping: "))
          .singleElement()
          .asString()
          .contains("nothing listens at 127.0.0.1:1", "[configuration]", "--mews-port");
    }
  }

  @Test
  void theDoctorTellsWhatToMendOnceAndEndsWith3() {
    Path file = folder.resolve("down.yaml");
    Shell.run("init", "--url", "http://127.0.0.1:1", "--out", file.toString());
    Shell shell = Shell.run("doctor", "--candidate", file.toString());
    assertThat(shell.exitCode()).isEqualTo(3);
    assertThat(shell.out())
        .contains("addresses  ", "not reachable at http://127.0.0.1:1 (", "configuration:")
        .contains("1 thing has to be mended first", "at another free port in every run");
  }
}
