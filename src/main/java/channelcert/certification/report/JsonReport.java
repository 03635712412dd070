package channelcert.certification.report;

import channelcert.certification.drift.Drift;
import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.Requirement;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.certification.verdict.lesson.Rulebook;
import channelcert.certification.verdict.lesson.WrongNight;
import channelcert.exchange.Exchange;
import channelcert.http.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of a run as {@code report.json}; rows and expectations keep their record names. */
public final class JsonReport {
  /** Name of the layout; a change that breaks readers takes the next number. */
  public static final String SCHEMA = "channelcert-report/1";

  private static final ObjectWriter WRITER = Json.mapper().writerWithDefaultPrettyPrinter();

  private final Evidence evidence;
  private final ExpectedFailures expected;

  private JsonReport(Evidence evidence, ExpectedFailures expected) {
    this.evidence = evidence;
    this.expected = expected;
  }

  /** The whole file without commands that repeat exchanges, ending in a line feed. */
  public static String text(RunResult result) {
    return text(result, Evidence.of(List.of()));
  }

  /** The whole file, with commands that repeat the exchanges. */
  public static String text(RunResult result, List<Exchange> exchanges) {
    return text(result, Evidence.of(exchanges));
  }

  /** The whole file, ending in a line feed. */
  static String text(RunResult result, Evidence evidence) {
    try {
      return WRITER.writeValueAsString(new JsonReport(evidence, result.expected()).layout(result))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is plain data and can always be written", e);
    }
  }

  private Layout layout(RunResult result) {
    return new Layout(
        SCHEMA,
        new Candidate(result.candidate()),
        result.seed(),
        result.startedAt(),
        result.finishedAt(),
        result.attempt(),
        overall(result.verdict()),
        result.tests().stream().map(this::row).toList(),
        result.supplementary().stream().map(this::row).toList(),
        expected.entries().stream().map(entry -> entry(entry, result)).toList(),
        evidence.drifts());
  }

  private Entry entry(ExpectedFailures.Entry entry, RunResult result) {
    return new Entry(
        entry.code(), entry.expectation(), entry.reason(), expected.state(entry, result));
  }

  /** A run of which nothing applied to the candidate has proven nothing. */
  private static Verdict overall(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? Verdict.INCONCLUSIVE : verdict;
  }

  private Row row(RowResult row) {
    return new Row(
        row.code(),
        row.id(),
        row.title(),
        row.requirement(),
        row.verdict(),
        row.durationMs(),
        expected.reason(row).orElse(null),
        row.expectations().stream().map(each -> expectation(row, each)).toList());
  }

  private Expectation expectation(RowResult row, ExpectationResult result) {
    Lesson lesson = result.lesson();
    boolean open = Rows.isOpen(result.verdict());
    return new Expectation(
        result.id(),
        result.statement(),
        result.basis(),
        result.verdict(),
        expected.reason(row, result).orElse(null),
        result.expected(),
        result.actual(),
        result.hint(),
        result.exchanges(),
        Rulebook.of(row.code(), result.id()).orElse(null),
        lesson.cause() == null ? null : new Cause(lesson.cause().id(), lesson.cause().words()),
        lesson.differences(),
        lesson.nights().isEmpty() ? null : new Nights(lesson.wrongNights(), lesson.nights()),
        open ? curl(result).orElse(null) : null);
  }

  private Optional<String> curl(ExpectationResult result) {
    return result.exchanges().stream()
        .map(evidence::find)
        .filter(exchange -> exchange != null)
        .flatMap((Exchange exchange) -> Curl.of(exchange).stream())
        .findFirst();
  }

  private record Layout(
      String schema,
      Candidate candidate,
      long seed,
      Instant startedAt,
      Instant finishedAt,
      int attempt,
      Verdict verdict,
      List<Row> tests,
      List<Row> supplementary,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> expectedFailures,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Drift> contractDifferences) {}

  private record Entry(
      String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String expectation,
      String reason,
      ExpectedFailures.State state) {}

  private record Candidate(String name) {}

  private record Row(
      String code,
      String id,
      String title,
      Requirement requirement,
      Verdict verdict,
      long durationMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String expectedFailure,
      List<Expectation> expectations) {}

  private record Expectation(
      String id,
      String statement,
      Basis basis,
      Verdict verdict,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String expectedFailure,
      String expected,
      String actual,
      String hint,
      List<String> exchanges,
      @JsonInclude(JsonInclude.Include.NON_NULL) Rulebook.@Nullable Rule rule,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cause cause,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Difference> differences,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Nights wrongNights,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String curl) {}

  private record Cause(String id, String words) {}

  private record Nights(int total, List<WrongNight> shown) {}
}
