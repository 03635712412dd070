package channelcert.journey.live;

import channelcert.certification.attend.Board;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.report.Rows;
import channelcert.certification.verdict.Verdict;
import channelcert.http.Json;
import channelcert.journey.run.CaseRun;
import channelcert.journey.run.RowRecord;
import channelcert.journey.run.RunStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as it can be shown, whether it goes on here or has ended.
 *
 * @param state RUNNING, PAUSED, FINISHED or INTERRUPTED
 * @param rows in the order of the catalogue; of an interrupted run that is not in memory those that
 *     came to a verdict
 * @param waiting what people are asked for
 * @param notes what happened, while it is in memory
 */
public record SeenRun(
    CaseRun run,
    String state,
    List<LiveRow> rows,
    List<Board.Posted> waiting,
    List<Note> notes,
    long lastNote) {
  private static final int MOST_DETAILS = 3;

  /** What is known of a run; empty when the case has none with that number. */
  public static Optional<SeenRun> of(RunDesk desk, RunStore store, String caseId, int number) {
    Optional<LiveRun> live = desk.live(caseId, number);
    return store
        .find(caseId, number)
        .map(run -> live.map(each -> of(run, each)).orElseGet(() -> of(run, store, caseId)));
  }

  private static SeenRun of(CaseRun run, LiveRun live) {
    return new SeenRun(
        run,
        state(run, live.isPaused()),
        live.rows(),
        live.board().waiting(),
        live.notesAfter(0),
        live.lastNote());
  }

  private static SeenRun of(CaseRun run, RunStore store, String caseId) {
    Map<String, RowRecord> stored = store.rows(caseId, run.number());
    List<LiveRow> rows = new ArrayList<>();
    Stream.concat(Catalogue.rows().stream(), Catalogue.supplementary().stream())
        .forEach(
            test ->
                Optional.ofNullable(stored.get(test.code()))
                    .ifPresent(row -> rows.add(row(test, row))));
    return new SeenRun(run, run.state(), rows, List.of(), List.of(), 0);
  }

  /** The state that is shown of a run. */
  public static String state(CaseRun run, boolean paused) {
    return run.state().equals(RunStore.RUNNING) && paused ? "PAUSED" : run.state();
  }

  private static LiveRow row(CertificationTest test, RowRecord stored) {
    List<String> open = new ArrayList<>();
    try {
      for (JsonNode each : Json.mapper().readTree(stored.result()).path("expectations")) {
        String verdict = each.path("verdict").asText();
        if (Rows.isOpen(Verdict.valueOf(verdict)) && open.size() < MOST_DETAILS) {
          open.add(each.path("statement").asText());
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored row cannot be read", e);
    }
    return new LiveRow(test.code(), test.title(), stored.verdict().name(), String.join("\n", open));
  }
}
