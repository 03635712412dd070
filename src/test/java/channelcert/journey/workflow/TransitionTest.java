package channelcert.journey.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionTest {
  private static final Path PAGE = Path.of("docs/journey.md");

  @Test
  void thereAre23StatesAnd30Transitions() {
    assertThat(CaseState.values()).hasSize(23);
    assertThat(Transition.values()).hasSize(30);
  }

  @Test
  void everyStateIsReachedFromTheDraft() {
    Set<CaseState> reached = EnumSet.of(CaseState.DRAFT);
    Deque<CaseState> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (Transition step : Transition.outOf(next.pop())) {
        if (reached.add(step.to())) {
          next.push(step.to());
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(CaseState.values());
  }

  @Test
  void everyStateButTheLastHasAWayOut() {
    for (CaseState state : CaseState.values()) {
      assertThat(Transition.outOf(state).isEmpty()).as(state.name()).isEqualTo(state.isFinal());
    }
  }

  @Test
  void oneStepLeadsOnFromEveryStateUntilTheCaseIsLive() {
    for (CaseState state : CaseState.values()) {
      boolean over = state == CaseState.LIVE || state.isFinal();
      assertThat(Transition.outOf(state).stream().filter(Transition::leadsOn))
          .as(state.name())
          .hasSize(over ? 0 : 1);
    }
    assertThat(Transition.onward(CaseState.REQUESTED)).contains(Transition.T3);
    assertThat(Transition.onward(CaseState.FILE_RETURNED)).contains(Transition.T12);
    assertThat(Transition.onward(CaseState.CALL_SCHEDULED)).contains(Transition.T14);
  }

  @Test
  void aCaseWaitsForThoseWhoActNotForThoseWhoMay() {
    assertThat(Transition.T9.actors()).isEqualTo(Role.PARTNER);
    assertThat(Transition.T9.roles()).containsAll(Role.MEWS);
    assertThat(Transition.T5.actors()).isEqualTo(Role.PARTNER);
    assertThat(Transition.T5.roles()).isEmpty();
    assertThat(Transition.T8.actors()).isEmpty();
  }

  @Test
  void onlyPeopleHaveRolesAndEveryStepOfPeopleHasSome() {
    for (Transition step : Transition.values()) {
      assertThat(step.roles().isEmpty())
          .as(step.name())
          .isEqualTo(step.trigger() != Trigger.PERSON);
      assertThat(step.label()).isNotBlank();
    }
  }

  @Test
  void whatCanBeObservedNeedsAnObservationAndTakesNoInput() {
    for (Transition step : Transition.values()) {
      if (step.trigger() != Trigger.PERSON) {
        assertThat(step.guards()).as(step.name()).isNotEmpty();
        assertThat(step.input()).as(step.name()).isEmpty();
      }
    }
  }

  @Test
  void everyGuardIsUsedAndSaysWhatIsMissing() {
    Facts nothing = FactsFixture.nothing();
    for (Guard guard : Guard.values()) {
      assertThat(Transition.values())
          .as(guard.name())
          .anySatisfy(step -> assertThat(step.guards()).contains(guard));
      if (guard != Guard.PILOT_TIME_LEFT
          && guard != Guard.NO_CRITICAL_ISSUE
          && guard != Guard.TEST_FAILED_OR_CRITICAL_ISSUE
          && guard != Guard.ISSUES_RESOLVED
          && guard != Guard.NO_SUCCESSOR) {
        assertThat(guard.unmet(nothing))
            .as(guard.name())
            .isNotEmpty()
            .allSatisfy(words -> assertThat(words).endsWith("."));
      }
      if (guard != Guard.PILOT_TIME_OVER && guard != Guard.TEST_FAILED_OR_CRITICAL_ISSUE) {
        assertThat(guard.unmet(FactsFixture.everything())).as(guard.name()).isEmpty();
      }
    }
  }

  @Test
  void aTestThatHasNotPassedIsNamed() {
    assertThat(Transition.T9.unmet(FactsFixture.nothing()))
        .singleElement()
        .asString()
        .contains("INV-1, INV-2")
        .contains("RES-12")
        .doesNotContain("RES-13")
        .doesNotContain("ERR-");
    assertThat(Transition.T19.unmet(FactsFixture.everything())).isEmpty();
  }

  @Test
  void thePilotHasSixMonthsByTheCalendar() {
    Instant certified = Instant.parse("2027-08-31T10:00:00Z");
    assertThat(Facts.pilotDeadline(certified)).isEqualTo(Instant.parse("2028-02-29T10:00:00Z"));
    assertThat(Transition.T26.unmet(FactsFixture.at(certified, "2028-02-29T09:59:59Z")))
        .isNotEmpty();
    assertThat(Transition.T26.unmet(FactsFixture.at(certified, "2028-02-29T10:00:00Z"))).isEmpty();
  }

  @Test
  void theChecklistFollowsTheStates() {
    assertThat(PublishedStep.values()).hasSize(10);
    assertThat(progress(CaseState.PROVISIONED, false))
        .startsWith(
            PublishedStep.Progress.DONE,
            PublishedStep.Progress.CURRENT,
            PublishedStep.Progress.OPEN,
            PublishedStep.Progress.OPEN);
    assertThat(progress(CaseState.PROVISIONED, true))
        .startsWith(
            PublishedStep.Progress.DONE,
            PublishedStep.Progress.DONE,
            PublishedStep.Progress.CURRENT,
            PublishedStep.Progress.OPEN);
    assertThat(progress(CaseState.LIVE, true)).containsOnly(PublishedStep.Progress.DONE);
    for (CaseState state : CaseState.values()) {
      assertThat(progress(state, true)).as(state.name()).hasSize(10);
    }
  }

  @Test
  void theDocumentationShowsThisTable() throws IOException {
    String page = Files.readString(PAGE);
    String written = WorkflowPage.markdown();
    if (!page.contains(written)) {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target/journey-table.md"), written);
    }
    assertThat(page.contains(written))
        .as("docs/journey.md holds the table as the code has it; see target/journey-table.md")
        .isTrue();
  }

  private static List<PublishedStep.Progress> progress(CaseState state, boolean endpoints) {
    return Arrays.stream(PublishedStep.values())
        .map(step -> step.progress(state, endpoints))
        .toList();
  }
}
