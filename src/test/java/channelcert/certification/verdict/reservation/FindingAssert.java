package channelcert.certification.verdict.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Verdict;

/** What the tests ask of a finding. */
final class FindingAssert {
  private FindingAssert() {}

  static void assertPassed(Finding finding) {
    assertThat(finding.verdict()).as(finding.actual()).isEqualTo(Verdict.PASSED);
    assertThat(finding.hint()).isEmpty();
    assertThat(finding.exchanges()).isNotEmpty();
  }

  static void assertPassedWithNote(Finding finding, String note) {
    assertPassed(finding);
    assertThat(finding.actual()).contains("(note: ").contains(note);
  }

  static void assertFailed(Finding finding, String... inActual) {
    assertThat(finding.verdict()).as(finding.actual()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains(inActual);
    assertThat(finding.expected()).isNotBlank();
    assertThat(finding.hint()).isNotBlank();
    assertThat(finding.exchanges()).isNotEmpty();
  }

  static void assertMissing(Finding finding, String inActual) {
    assertThat(finding.verdict()).as(finding.actual()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.actual()).contains(inActual);
    assertThat(finding.hint()).isNotBlank();
  }

  static void assertOurFault(Finding finding, String inActual) {
    assertThat(finding.verdict()).as(finding.actual()).isEqualTo(Verdict.HARNESS_ERROR);
    assertThat(finding.actual()).contains(inActual);
  }

  static void assertNotApplicable(Finding finding) {
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }
}
