package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemErrorsTest {
  private static final String DECLARED =
      """
      [{"situation":"Time-out","code":1,"message":"The answer took too long; please try again later."},
       {"situation":"maintenance","code":1,"message":"We are in maintenance; please try again later."},
       {"situation":"general downtime","code":1,"message":"We are down at the moment; try again later."}]
      """;
  private static final String REFUSED =
      "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"We are in maintenance; please try"
          + " again later.\"}]}";

  @Test
  void aCompleteListPasses() {
    assertThat(declared(DECLARED).judgedBy(SystemErrors.describeEverySituation()).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(declared(DECLARED).judgedBy(SystemErrors.useAllowedCodes()).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(declared(DECLARED).judgedBy(SystemErrors.haveClearMessages()).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void aMissingSituationFails() {
    assertThat(
            declared(DECLARED.replace("Time-out", "overload"))
                .judgedBy(SystemErrors.describeEverySituation())
                .actual())
        .contains("timeout");
  }

  @Test
  void anUnknownOrDeprecatedCodeFails() {
    assertThat(
            declared(DECLARED.replaceFirst("\"code\":1", "\"code\":99"))
                .judgedBy(SystemErrors.useAllowedCodes())
                .verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(
            declared(DECLARED.replaceFirst("\"code\":1", "\"code\":5"))
                .judgedBy(SystemErrors.useAllowedCodes())
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void aMessageThatSaysNothingFails() {
    assertThat(
            declared(DECLARED.replace("We are in maintenance; please try again later.", "Error 1"))
                .judgedBy(SystemErrors.haveClearMessages())
                .actual())
        .contains("maintenance");
  }

  @Test
  void anEmptyListLeavesTheRowOpenAndSaysWhatToDo() {
    Finding finding = declared("[]").judgedBy(SystemErrors.describeEverySituation());
    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.hint()).contains("systemErrors in the candidate file");
  }

  @Test
  void maintenanceIsAnsweredAsDeclared() {
    assertThat(maintenance(REFUSED).judgedBy(SystemErrors.maintenanceIsAsDeclared()).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void anotherWordingIsOnlyNoted() {
    Finding finding =
        maintenance(REFUSED.replace("We are", "The system is"))
            .judgedBy(SystemErrors.maintenanceIsAsDeclared());
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).contains("differs from the declared");
  }

  @Test
  void anotherCodeDuringMaintenanceFails() {
    assertThat(
            maintenance(REFUSED.replace("\"code\":1", "\"code\":7"))
                .judgedBy(SystemErrors.maintenanceIsAsDeclared())
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void onlyPushesDuringMaintenanceCount() {
    assertThat(
            declared(DECLARED)
                .push(PushKind.AVAILABILITY, "{}", OK)
                .judgedBy(SystemErrors.maintenanceIsAsDeclared())
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void withoutADriverTheLiveTestDoesNotApply() {
    assertThat(
            declared(DECLARED)
                .fact(SystemErrors.NOT_DRIVEN, "no driver")
                .judgedBy(SystemErrors.whereDriven(SystemErrors.maintenanceIsAsDeclared()))
                .verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  private static Evidence declared(String list) {
    return Evidence.empty().fact(SystemErrors.NOTE, list);
  }

  private static Evidence maintenance(String answer) {
    return declared(DECLARED)
        .driver("enterMaintenance", "", "")
        .push(PushKind.AVAILABILITY, "{}", answer)
        .driver("leaveMaintenance", "", "")
        .push(PushKind.AVAILABILITY, "{}", OK);
  }
}
