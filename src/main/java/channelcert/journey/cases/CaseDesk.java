package channelcert.journey.cases;

import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Facts;
import channelcert.journey.workflow.Role;
import channelcert.journey.workflow.Transition;
import channelcert.journey.workflow.Trigger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where people, observations and timers move cases; the table of steps decides. */
public final class CaseDesk {
  private final CaseStore store;
  private final KnownFacts known;
  private final Actions actions;
  private final StepPost post;
  private final Supplier<String> ids;
  private final Clock clock;

  public CaseDesk(
      CaseStore store,
      KnownFacts known,
      Actions actions,
      StepPost post,
      Supplier<String> ids,
      Clock clock) {
    this.store = store;
    this.known = known;
    this.actions = actions;
    this.post = post;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A case after a step.
   *
   * @param secrets shown once
   */
  public record Stepped(CertificationCase found, List<ShownSecret> secrets) {}

  /** Begins a case for the organisation of the person. */
  public CertificationCase create(Person by, String application, boolean forManyProperties) {
    CertificationCase created =
        new CertificationCase(
            ids.get(),
            by.organisationId(),
            application,
            CaseState.DRAFT,
            clock.instant(),
            1,
            1,
            forManyProperties,
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
    return store.create(
        created,
        History.told(by, "createCase", Map.of("application", application)),
        clock.instant());
  }

  /** Stores changes that are no step. */
  public CertificationCase change(
      CertificationCase found,
      Person by,
      String action,
      Map<String, ?> details,
      List<CaseChange> changes) {
    write(found, changes, History.told(by, action, details));
    return read(found.id());
  }

  /** Replaces what is asked for; only a draft can be changed. */
  public CertificationCase request(CertificationCase found, Person by, CaseChange.Requested asked) {
    if (found.state() != CaseState.DRAFT) {
      throw StepRefused.conflict(
          "The request was sent and cannot be changed any more; " + allowed(found, by));
    }
    return change(
        found, by, "changeRequest", Map.of("application", asked.application()), List.of(asked));
  }

  /** Recommends the certification, while Mews decides. */
  public CertificationCase recommend(CertificationCase found, Person by) {
    if (found.state() != CaseState.EVALUATION) {
      throw StepRefused.conflict(
          "Certifications are recommended during the evaluation; " + allowed(found, by));
    }
    return change(found, by, "recommend", Map.of(), List.of(new CaseChange.Recommended(by.id())));
  }

  /**
   * Takes a step.
   *
   * @throws StepRefused when it is not the time, not the person, or something is missing
   */
  public Stepped take(CertificationCase found, Transition step, StepInput input, Person by) {
    if (!step.from().contains(found.state())) {
      throw StepRefused.conflict(
          "The step %s cannot be taken in the state %s; %s"
              .formatted(step, found.state(), allowed(found, by)));
    }
    if (step.trigger() != Trigger.PERSON) {
      throw StepRefused.forbidden(
          "The step " + step + " happens by itself, as soon as what it needs was seen.");
    }
    if (!step.roles().contains(by.role())) {
      throw StepRefused.forbidden(
          "The step %s is taken by a %s; %s"
              .formatted(step, words(step.roles()), allowed(found, by)));
    }
    step.input()
        .filter(asked -> !input.has(asked))
        .ifPresent(
            asked -> {
              throw StepRefused.invalid(
                  StepInput.field(asked), "The step needs " + asked.words() + ".");
            });
    requireTwoPeople(found, step, by);
    List<String> unmet = step.unmet(known.of(found));
    if (!unmet.isEmpty()) {
      throw StepRefused.conflict(String.join(" ", unmet));
    }
    return move(found, step, input, by);
  }

  private static void requireTwoPeople(CertificationCase found, Transition step, Person by) {
    if (step == Transition.T19 && by.id().equals(found.recommendedBy())) {
      throw StepRefused.forbidden(
          "You recommended this certification; another lead certifier has to sign it.");
    }
  }

  /**
   * Takes every step of the case that was observed or whose time has come, one after another.
   *
   * @return the case as it stands afterwards
   */
  public CertificationCase observe(CertificationCase found) {
    CertificationCase current = found;
    Optional<Transition> next = byItself(current);
    while (next.isPresent()) {
      current = move(current, next.get(), StepInput.NONE, null).found();
      next = byItself(current);
    }
    return current;
  }

  /** Looks at every case in which something may happen by itself. */
  public void observeAll() {
    Set<CaseState> states = EnumSet.noneOf(CaseState.class);
    for (Transition step : Transition.values()) {
      if (step.trigger() != Trigger.PERSON) {
        states.addAll(step.from());
      }
    }
    store.in(List.copyOf(states)).forEach(this::observe);
  }

  private Optional<Transition> byItself(CertificationCase found) {
    List<Transition> candidates =
        Transition.outOf(found.state()).stream()
            .filter(step -> step.trigger() != Trigger.PERSON)
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Facts facts = known.of(found);
    return candidates.stream().filter(step -> step.unmet(facts).isEmpty()).findFirst();
  }

  private Stepped move(
      CertificationCase found, Transition step, StepInput input, @Nullable Person by) {
    List<CaseChange> changes = new ArrayList<>();
    List<ShownSecret> secrets = new ArrayList<>();
    if (step != Transition.T30) {
      changes.add(new CaseChange.Moved(step.to()));
    }
    step.effects()
        .forEach(
            effect -> {
              Action.Prepared prepared = actions.of(effect).prepare(found, input, by);
              changes.addAll(prepared.changes());
              secrets.addAll(prepared.secrets());
            });
    changes.addAll(post.about(step, found, input));
    write(found, changes, History.told(by, step.name(), told(step, found, input)));
    return new Stepped(read(found.id()), List.copyOf(secrets));
  }

  private static Map<String, String> told(
      Transition step, CertificationCase found, StepInput input) {
    Map<String, String> details = new TreeMap<>();
    details.put("from", found.state().name());
    details.put("to", step.to().name());
    details.put("step", step.label());
    if (input.comment() != null && !input.comment().isBlank()) {
      details.put("comment", input.comment());
    }
    if (input.change() != null && !input.change().isBlank()) {
      details.put("change", input.change());
    }
    if (!input.attendees().isEmpty()) {
      details.put("attendees", String.join(", ", input.attendees()));
    }
    return details;
  }

  private void write(CertificationCase found, List<CaseChange> changes, CaseStore.Told told) {
    if (!store.change(found, changes, told, clock.instant())) {
      throw StepRefused.conflict(
          "Somebody else changed the case meanwhile; look at it again before you decide.");
    }
  }

  private CertificationCase read(String id) {
    return store.find(id).orElseThrow();
  }

  /** What can be done now, by the person and by others; ends with a full stop. */
  private static String allowed(CertificationCase found, Person by) {
    List<Transition> steps =
        Transition.outOf(found.state()).stream()
            .filter(step -> step.trigger() == Trigger.PERSON)
            .toList();
    if (steps.isEmpty()) {
      return "nothing can be done by a person now.";
    }
    return "now possible: "
        + steps.stream()
            .map(
                step ->
                    step.label()
                        + " ("
                        + step
                        + ", by "
                        + (step.roles().contains(by.role()) ? "you" : words(step.roles()))
                        + ")")
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String words(Set<Role> roles) {
    return roles.stream()
        .sorted(Comparator.naturalOrder())
        .map(Role::words)
        .collect(Collectors.joining(" or "));
  }
}
