package channelcert.certification.run;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.record.PlayedRow;
import channelcert.certification.record.RowWindows;
import channelcert.certification.stage.DriverUnavailable;
import channelcert.certification.stage.NotOffered;
import channelcert.certification.stage.Step;
import channelcert.certification.verdict.Judge;
import channelcert.certification.verdict.RowEvidence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Plays one row: settles what the rows before left, performs the steps, collects, judges. */
final class RowRunner {
  /** What earlier rows still owe is delivered quickly or dropped, so that no row meets it. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

  private final Connected connected;
  private final RunSettings settings;
  private final EvidenceLog log;
  private final RowWindows windows;
  private final Turn turn;
  private final Clock clock;
  private final Progress progress;

  RowRunner(
      Connected connected,
      RunSettings settings,
      EvidenceLog log,
      RowWindows windows,
      Turn turn,
      Clock clock,
      Progress progress) {
    this.connected = connected;
    this.settings = settings;
    this.log = log;
    this.windows = windows;
    this.turn = turn;
    this.clock = clock;
    this.progress = progress;
  }

  PlayedRow play(CertificationTest row, Map<String, RowEvidence> earlier)
      throws InterruptedException {
    settle();
    windows.open(row.id(), log.lastNumber());
    Instant start = clock.instant();
    RowStage stage =
        new RowStage(
            connected,
            settings.afterTries(windows.brokenOff(row.id())),
            log,
            windows,
            turn,
            new RowStage.RowName(row.code(), row.id()),
            earlier,
            progress);
    if (connected.notSetUp().isEmpty()) {
      perform(row, stage);
    } else {
      stage.note(Judge.NOT_SET_UP, connected.notSetUp());
    }
    log.awaitQuiet(LAST_ANSWERS);
    RowEvidence evidence =
        new RowEvidence(stage.messages(), Map.copyOf(earlier), Map.copyOf(stage.facts()));
    return PlayedRow.judged(row, evidence, Duration.between(start, clock.instant()).toMillis());
  }

  private void settle() {
    if (!connected.mews().awaitDelivered(SETTLING)) {
      connected.mews().discardPending();
    }
  }

  private static void perform(CertificationTest row, RowStage stage) throws InterruptedException {
    try {
      for (Step step : row.steps()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        step.perform(stage);
      }
    } catch (NotOffered e) {
      stage.note(Judge.NOT_OFFERED, String.valueOf(e.getMessage()));
    } catch (DriverUnavailable e) {
      stage.note(Judge.DRIVER, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      stage.note(Judge.HARNESS, e + where(e));
    }
  }

  private static String where(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }
}
