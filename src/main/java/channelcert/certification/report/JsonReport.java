package channelcert.certification.report;

import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import java.util.List;

/** The result of a run as {@code report.json}; rows and expectations keep their record names. */
public final class JsonReport {
  /** Name of the layout; a change that breaks readers takes the next number. */
  public static final String SCHEMA = "channelcert-report/1";

  private static final ObjectWriter WRITER = Json.mapper().writerWithDefaultPrettyPrinter();

  private JsonReport() {}

  /** The whole file, ending in a line feed. */
  public static String text(RunResult result) {
    try {
      return WRITER.writeValueAsString(layout(result)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is plain data and can always be written", e);
    }
  }

  private static Layout layout(RunResult result) {
    return new Layout(
        SCHEMA,
        new Candidate(result.candidate()),
        result.seed(),
        result.startedAt(),
        result.finishedAt(),
        result.attempt(),
        overall(result.verdict()),
        result.tests(),
        result.supplementary());
  }

  /** A run of which nothing applied to the candidate has proven nothing. */
  private static Verdict overall(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? Verdict.INCONCLUSIVE : verdict;
  }

  private record Layout(
      String schema,
      Candidate candidate,
      long seed,
      Instant startedAt,
      Instant finishedAt,
      int attempt,
      Verdict verdict,
      List<RowResult> tests,
      List<RowResult> supplementary) {}

  private record Candidate(String name) {}
}
