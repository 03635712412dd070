package channelcert.journey.cases;

import channelcert.journey.workflow.CaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a case that is stored together with others, in one transaction. */
public sealed interface CaseChange
    permits CaseChange.Moved,
        CaseChange.Requested,
        CaseChange.NextAttempt,
        CaseChange.IssuesOpened,
        CaseChange.PilotChanged,
        CaseChange.PilotAgreed,
        CaseChange.Recommended,
        CaseChange.Certified,
        CaseChange.MonitoringBegan,
        CaseChange.HealthAttested,
        CaseChange.LinkedCaseOpened,
        CaseStore.Work {
  /** The case stands somewhere else. */
  record Moved(CaseState to) implements CaseChange {}

  /** What is asked for changed. */
  record Requested(
      String application,
      boolean forManyProperties,
      @Nullable String pilotProperty,
      boolean testAccessRequested,
      String details)
      implements CaseChange {}

  /** The next attempt begins; nothing of the last one counts any more. */
  record NextAttempt() implements CaseChange {}

  /** Issues are opened. */
  record IssuesOpened(List<StepInput.NewIssue> issues) implements CaseChange {}

  /** Another property becomes the pilot; it has to agree again. */
  record PilotChanged(String property) implements CaseChange {}

  /** The pilot property agreed. */
  record PilotAgreed() implements CaseChange {}

  /** Somebody recommends the certification; absent withdraws a recommendation. */
  record Recommended(@Nullable String personId) implements CaseChange {}

  /** The case is certified. */
  record Certified(Instant at) implements CaseChange {}

  /** Monitoring began. */
  record MonitoringBegan(Instant at) implements CaseChange {}

  /** Mews states that the health criteria are met. */
  record HealthAttested() implements CaseChange {}

  /** A new case certifies this one again. */
  record LinkedCaseOpened(String id) implements CaseChange {}
}
