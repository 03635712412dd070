package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Board;
import channelcert.certification.attend.Desk;
import channelcert.certification.attend.Form;
import channelcert.certification.attend.RefusedReply;
import channelcert.certification.attend.Reply;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.run.CertificationRun;
import channelcert.certification.run.Progress;
import channelcert.certification.run.RunSettings;
import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.channelmanager.Surroundings;
import channelcert.exchange.Direction;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to tell what an extranet shows besides typing it: an export, a signed statement. */
class AttendedWaysTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  private static final int CANNOT = -1;
  private static final int GONE = -2;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aRightExportPassesAfterABrokenOneWasRefused() throws Exception {
    ExpectationResult found = readBackOf(ReadBack.EXPORT, 0);
    assertThat(found.verdict()).as(found.actual()).isEqualTo(Verdict.PASSED);
    assertThat(found.basis()).isEqualTo(Basis.READ_BACK);
    assertThat(found.actual()).contains("read from an export that a person handed in");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void anExportWithOtherValuesFailsWithBothValues() throws Exception {
    ExpectationResult found = readBackOf(ReadBack.EXPORT, 1);
    assertThat(found.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(found.expected()).contains(" = ");
    assertThat(found.actual()).contains("values differ");
  }

  @Test
  void aStatementIsAttestedAndHashedAndNoMore() throws Exception {
    ExpectationResult found = readBackOf(ReadBack.ATTEST, 0);
    assertThat(found.verdict()).as(found.actual()).isEqualTo(Verdict.PASSED);
    assertThat(found.basis()).isEqualTo(Basis.ATTESTED);
    assertThat(found.actual()).contains("Ann, tester", "SHA-256");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aStatementThatItIsNotSoFails() throws Exception {
    ExpectationResult found = readBackOf(ReadBack.ATTEST, 1);
    assertThat(found.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(found.basis()).isEqualTo(Basis.ATTESTED);
  }

  @Test
  void whatNobodyRepliesToIsInconclusive() throws Exception {
    ExpectationResult found = readBackOf(ReadBack.CHALLENGE, 0);
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.actual()).contains("not looked at", "everybody has gone home");
  }

  @Test
  void whereNobodyConnectsThePropertyEverythingIsInconclusive() throws Exception {
    assertInconclusive(runOf(ReadBack.CHALLENGE, CANNOT), "not possible: no access");
    assertInconclusive(runOf(ReadBack.CHALLENGE, GONE), "not answered: everybody has gone home");
  }

  private static void assertInconclusive(RunResult result, String reason) {
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.tests().getFirst().expectations())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
              assertThat(each.actual()).contains(reason);
              assertThat(each.hint()).doesNotContain("token");
            });
  }

  /** The read-back of INV-1. */
  private ExpectationResult readBackOf(ReadBack way, int error) throws Exception {
    return runOf(way, error).tests().getFirst().expectations().stream()
        .filter(each -> each.id().equals("read-back"))
        .findFirst()
        .orElseThrow();
  }

  /** INV-1 of a reference channel manager without driver. */
  private RunResult runOf(ReadBack way, int error) throws Exception {
    Tokens tokens = Tokens.choose();
    EvidenceLog log = new EvidenceLog(new EvidenceFolder(folder), Parts.CLOCK);
    try (Storage storage = Storage.ofOneRun(null);
        Database mewsData = storage.open(Part.MEWS);
        Database data = storage.open(Part.CHANNEL_MANAGER);
        MewsSide mews = Parts.startMews(0, null, mewsData, log, null);
        ChannelManagerSide side =
            Parts.startChannelManager(0, mews.url(), tokens, data, Surroundings.USUAL);
        ReferenceExtranet extranet = new ReferenceExtranet(side.driverUrl(), tokens.client());
        JsonCaller driver =
            new JsonCaller(
                Direction.DRIVER, log, Parts.CLOCK, Duration.ofSeconds(30), 1 << 20, null)) {
      Board board = new Board();
      if (error == GONE) {
        board.leave("everybody has gone home");
      }
      board.watch(new Person(board, extranet, error));
      return new CertificationRun(
              withoutDriver(Parts.candidate(side, tokens, null), way),
              mews,
              log,
              driver,
              new RunSettings(
                  3, 1, 365, Set.of("INV-1"), false, Duration.ofSeconds(30), Duration.ofSeconds(1)),
              Parts.CLOCK,
              Progress.NONE,
              new Desk(board, log, Parts.CLOCK, Duration.ofMinutes(2)))
          .run();
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("a-")).toList();
    }
  }

  private static Candidate withoutDriver(Candidate all, ReadBack way) {
    return new Candidate(
        all.name(),
        all.clientToken(),
        all.mewsClientToken(),
        null,
        all.endpoints(),
        all.capabilities(),
        null,
        way,
        all.systemErrors());
  }

  /**
   * Somebody who replies, but types nothing.
   *
   * @param error added to every exported value; anything but 0 makes statements say no, and {@link
   *     #CANNOT} nothing be done at all
   */
  private record Person(Board board, ReferenceExtranet extranet, int error)
      implements Board.Watcher {
    @Override
    public void posted(Board.Posted posted) {
      Thread.ofVirtual().start(() -> answer(posted));
    }

    @Override
    public void closed(Board.Posted posted, String words) {}

    private void answer(Board.Posted posted) {
      try {
        switch (posted.instruction().form()) {
          case Form.Act act when error == CANNOT ->
              board.reply(posted.number(), new Reply.Cannot("no access"));
          case Form.Act act -> {
            new Human(extranet)
                .act(
                    posted.instruction().code(),
                    posted.instruction().title(),
                    posted.instruction().text());
            board.reply(posted.number(), new Reply.Done());
          }
          case Form.Export export -> hand(posted.number());
          case Form.Statement statement ->
              board.reply(
                  posted.number(),
                  new Reply.Stated(error == 0, "Ann", "tester", new Attachment("s.png", PNG)));
          case Form.Values values -> board.leave("everybody has gone home");
        }
      } catch (RefusedReply e) {
        throw new AssertionError(e);
      }
    }

    private void hand(int number) throws RefusedReply {
      try {
        board.reply(number, new Reply.Handed(file("category,date\nDBL,tomorrow\n")));
        throw new AssertionError("a broken export was taken");
      } catch (RefusedReply e) {
        assertThat(e).hasMessageContaining("line 2");
      }
      StringBuilder csv = new StringBuilder("category,from,to,availability\n");
      LocalDate today = LocalDate.now(Parts.CLOCK);
      JsonNode shown = extranet.ari(today.minusDays(1).toString(), today.plusDays(100).toString());
      for (JsonNode each : shown.path("availabilities")) {
        csv.append(each.path("spaceTypeCode").asText()).append(',');
        csv.append(each.path("from").asText()).append(',').append(each.path("to").asText());
        csv.append(',').append(each.path("availability").asInt() + error).append('\n');
      }
      board.reply(number, new Reply.Handed(file(csv.toString())));
    }

    private static Attachment file(String content) {
      return new Attachment("ari.csv", content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
