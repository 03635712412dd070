package channelcert.certification.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something about a run that stands in no exchange and decides a verdict. Each is a line of {@code
 * evidence/run.jsonl}, written when it happens.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.Began.class, name = "began"),
  @JsonSubTypes.Type(value = RunEvent.SetUp.class, name = "set-up"),
  @JsonSubTypes.Type(value = RunEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = RunEvent.Claimed.class, name = "claimed"),
  @JsonSubTypes.Type(value = RunEvent.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished")
})
public sealed interface RunEvent {
  /**
   * A run begins.
   *
   * @param layout name of the layout of the file
   * @param tests codes of the rows to run, in order
   * @param supplementary codes of the rows that never block, in order
   */
  record Began(
      String layout,
      String candidate,
      long seed,
      int attempt,
      int horizonDays,
      Instant at,
      List<String> tests,
      List<String> supplementary)
      implements RunEvent {}

  /** The candidate is connected; what the property is like. */
  record SetUp(Map<String, String> facts) implements RunEvent {}

  /**
   * From now on exchanges belong to a row.
   *
   * @param after number of the exchange before
   */
  record Opened(String row, int after) implements RunEvent {}

  /**
   * From an exchange on, messages about a booking belong to a row.
   *
   * @param whole whether the identifier counts as a whole, or as a part of longer ones
   * @param after number of the exchange before
   */
  record Claimed(String row, String booking, boolean whole, int after) implements RunEvent {}

  /**
   * A row has ended.
   *
   * @param applies whether it applies to the candidate
   * @param facts what the run chose or was told, and what stands in no message
   */
  record Ended(String row, boolean applies, long durationMs, Map<String, String> facts)
      implements RunEvent {}

  /**
   * The process ended before the run did, and another one goes on.
   *
   * @param after number of the last exchange of the process before
   */
  record Resumed(Instant at, int after) implements RunEvent {}

  /** The last row has ended; later exchanges are not kept. */
  record Finished(Instant at) implements RunEvent {}
}
