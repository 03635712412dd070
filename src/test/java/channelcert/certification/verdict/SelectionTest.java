package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Selection ALL = Selection.pushes(PushKind.values());
  private static final Evidence EVIDENCE =
      Evidence.empty()
          .push(PushKind.PRICES, "{}", OK)
          .driver("deactivateConnection", "{}", "")
          .push(PushKind.AVAILABILITY, "{}", OK)
          .push(PushKind.PRICES, "{}", OK)
          .driver("activateConnection", "{}", "")
          .push(PushKind.RESTRICTIONS, "{}", OK);

  @Test
  void pushesOfSeveralKindsStayInTheirOrder() {
    assertThat(Answers.ids(ALL.of(EVIDENCE.row())))
        .containsExactly("e-0001", "e-0003", "e-0004", "e-0006");
  }

  @Test
  void whatLiesBetweenTwoOrdersIsChosen() {
    assertThat(
            Answers.ids(
                ALL.between("deactivateConnection", "activateConnection").of(EVIDENCE.row())))
        .containsExactly("e-0003", "e-0004");
  }

  @Test
  void whatFollowsAnOrderIsChosen() {
    assertThat(Answers.ids(ALL.after("activateConnection").of(EVIDENCE.row())))
        .containsExactly("e-0006");
    assertThat(ALL.after("leaveMaintenance").of(EVIDENCE.row())).isEmpty();
  }

  @Test
  void idsAreOrderedByNumberBeyondFourDigits() {
    assertThat(Selection.byNumber("e-9999", "e-10000")).isNegative();
  }
}
