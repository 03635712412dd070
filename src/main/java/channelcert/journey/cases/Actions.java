package channelcert.journey.cases;

import channelcert.journey.workflow.Effect;
import channelcert.journey.workflow.Transition;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What each effect does; every effect of the table has an action, or nothing starts. */
public final class Actions {
  private final Map<Effect, Action> actions;

  private Actions(Map<Effect, Action> actions) {
    this.actions = actions;
  }

  /**
   * The effects that the case itself knows how to have, with those of the other parts.
   *
   * @param ids identifiers of new cases
   * @param others for every other effect its action
   * @throws IllegalArgumentException when an effect of the table has no action
   */
  public static Actions of(Clock clock, Supplier<String> ids, Map<Effect, Action> others) {
    Map<Effect, Action> all = new EnumMap<>(others);
    all.put(
        Effect.OPEN_ISSUES,
        (found, input, by) -> Action.Prepared.of(new CaseChange.IssuesOpened(input.issues())));
    all.put(
        Effect.NEXT_ATTEMPT,
        (found, input, by) -> Action.Prepared.of(new CaseChange.NextAttempt()));
    all.put(
        Effect.CHANGE_PILOT,
        (found, input, by) ->
            Action.Prepared.of(
                new CaseChange.PilotChanged(Objects.requireNonNull(input.pilotProperty()))));
    all.put(
        Effect.START_MONITORING,
        (found, input, by) -> Action.Prepared.of(new CaseChange.MonitoringBegan(clock.instant())));
    all.put(
        Effect.OPEN_LINKED_CASE,
        (found, input, by) -> Action.Prepared.of(new CaseChange.LinkedCaseOpened(ids.get())));
    List<Effect> missing =
        Arrays.stream(Transition.values())
            .flatMap(step -> step.effects().stream())
            .distinct()
            .filter(effect -> !all.containsKey(effect))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no action for " + missing);
    }
    return new Actions(all);
  }

  Action of(Effect effect) {
    return Objects.requireNonNull(actions.get(effect));
  }
}
