package channelcert.journey.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.comparison.Comparison;
import channelcert.certification.comparison.Drift;
import channelcert.certification.comparison.RowChange;
import channelcert.certification.comparison.RowChange.Kind;
import channelcert.certification.verdict.Verdict;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.live.RunComparison;
import channelcert.journey.live.SeenRun;
import channelcert.journey.run.CaseRun;
import channelcert.journey.workflow.CaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonViewTest {
  @Test
  void runsThatEndedAlikeDoNotDiffer() {
    ComparisonView view = view(row("INV-1", Kind.SAME, List.of()), row("INV-2", Kind.SAME, null));
    assertThat(view.isSame()).isTrue();
    assertThat(view.told(Kind.SAME)).isEmpty();
    assertThat(view.others(Kind.SAME)).isEqualTo("INV-1, INV-2");
  }

  @Test
  void whatRanInOneOfThemAloneIsNamedInOneLine() {
    ComparisonView view =
        view(
            row("INV-1", Kind.SAME, List.of(new Drift("nights", "365", "364"))),
            row("INV-2", Kind.ONLY_IN_SECOND, null),
            row("INV-3", Kind.ONLY_IN_SECOND, null));
    assertThat(view.isSame()).isFalse();
    assertThat(view.told(Kind.SAME)).hasSize(1);
    assertThat(view.told(Kind.ONLY_IN_SECOND)).isEmpty();
    assertThat(view.others(Kind.ONLY_IN_SECOND)).isEqualTo("INV-2, INV-3");
    assertThat(view.choices()).containsEntry("1", "Run 1, 1 Jan 1970, 00:00 UTC, INV-1");
  }

  private static RowChange row(String code, Kind kind, @Nullable List<Drift> drift) {
    return new RowChange(
        code, code, kind, "PASSED", "PASSED", true, List.of(), drift == null ? List.of() : drift);
  }

  private static ComparisonView view(RowChange... rows) {
    CaseRun run =
        new CaseRun(
            1,
            1,
            "FINISHED",
            Verdict.PASSED,
            false,
            7,
            List.of("INV-1"),
            "Ada",
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    CertificationCase found =
        new CertificationCase(
            "c",
            "p",
            "Acme",
            CaseState.SELF_TESTING,
            Instant.EPOCH,
            1,
            1,
            true,
            null,
            false,
            "{}",
            null,
            null,
            null,
            null,
            false,
            null,
            false);
    return new ComparisonView(
        new RunView(
            found,
            new SeenRun(run, "FINISHED", List.of(), List.of(), List.of(), 0),
            false,
            0,
            Form.parse("")),
        new RunComparison("c", 1, false, new Comparison(true, List.of(rows))),
        List.of(run));
  }
}
