package channelcert.journey.call;

import channelcert.journey.cases.Action;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.workflow.Effect;
import channelcert.journey.workflow.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Offers times, books calls, and keeps what happens in them. */
public final class CallDesk {
  private static final int LONGEST_AHEAD_DAYS = 366;

  private final CallStore store;
  private final PersonStore people;
  private final Supplier<String> ids;
  private final Clock clock;

  public CallDesk(CallStore store, PersonStore people, Supplier<String> ids, Clock clock) {
    this.store = store;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the effects of steps do with the call. */
  public Map<Effect, Action> actions() {
    return Map.of(
        Effect.BOOK_CALL,
        (found, input, by) -> Action.Prepared.of(CallStore.book(booked(found, input))),
        Effect.START_CALL,
        (found, input, by) -> Action.Prepared.of(CallStore.keep(begun(found, input))),
        Effect.END_CALL,
        (found, input, by) -> Action.Prepared.of(CallStore.keep(ended(found, input))),
        Effect.CANCEL_CALL,
        (found, input, by) -> cancel(found));
  }

  /** Whether a time can be booked. */
  public boolean isTimeOffered() {
    return !store.slots(clock.instant(), true).isEmpty();
  }

  /** Times from now on; people of partners see the free ones only. */
  public List<Slot> slots(Person viewer) {
    return store.slots(clock.instant(), !viewer.role().isMews());
  }

  /**
   * Offers a time of one's own.
   *
   * @throws StepRefused when it is over, far away, or overlaps another one
   */
  public void offer(Person by, Instant startsAt) {
    Instant start = startsAt.truncatedTo(ChronoUnit.MINUTES);
    Instant now = clock.instant();
    if (start.isBefore(now) || start.isAfter(now.plus(LONGEST_AHEAD_DAYS, ChronoUnit.DAYS))) {
      throw StepRefused.invalid("startsAt", "Offer a time between now and a year from now.");
    }
    if (!store.offer(ids.get(), start, by.id())) {
      throw StepRefused.invalid(
          "startsAt", "You offer a time that overlaps this one; each takes 90 minutes.");
    }
  }

  /** Withdraws an offer that nobody has booked. */
  public void withdraw(String slotId) {
    if (!store.withdraw(slotId)) {
      throw StepRefused.conflict(
          "There is no such offer, or it is booked; a booked call is moved to another time.");
    }
  }

  /** The call of the attempt. */
  public Optional<Call> call(CertificationCase found) {
    return store.call(found.id(), found.attempt());
  }

  /** Lets the running call go on for longer. */
  public void extend(CaseDesk desk, CertificationCase found, Person by, int minutes) {
    Call call = running(found);
    desk.change(
        found,
        by,
        "extendCall",
        Map.of("minutes", minutes),
        List.of(CallStore.keep(call.longerBy(minutes))));
  }

  /** Writes the protocol, while the call runs. */
  public void note(CaseDesk desk, CertificationCase found, Person by, String protocol) {
    Call call = running(found);
    desk.change(
        found,
        by,
        "writeProtocol",
        Map.of("characters", protocol.length()),
        List.of(CallStore.keep(call.noting(protocol))));
  }

  /** The call as a calendar entry; absent while none is booked. */
  public Optional<String> invitation(CertificationCase found) {
    return call(found).map(call -> entry(found, call));
  }

  /** The entry of the call that a step is about to book. */
  public String invitation(CertificationCase found, StepInput input) {
    return entry(found, booked(found, input));
  }

  /** What takes the invitation back, when the case ends before the call. */
  public Optional<String> cancellation(CertificationCase found) {
    return booked(found).map(call -> entry(found, call.cancelled()));
  }

  private Optional<Call> booked(CertificationCase found) {
    return call(found).filter(call -> call.state() == Call.State.BOOKED);
  }

  /** A call that was booked is cancelled and its time is free again; one that runs has ended. */
  private Action.Prepared cancel(CertificationCase found) {
    Optional<Call> booked = booked(found);
    if (booked.isPresent()) {
      return Action.Prepared.of(CallStore.cancel(booked.get().cancelled()));
    }
    return call(found)
        .filter(call -> call.state() == Call.State.RUNNING)
        .map(call -> Action.Prepared.of(CallStore.keep(call.ended(clock.instant()))))
        .orElse(Action.Prepared.of());
  }

  private String entry(CertificationCase found, Call call) {
    List<Person> invited = new ArrayList<>(people.of(found.organisationId(), Role.PARTNER));
    Person certifier = people.find(call.certifier()).orElseThrow();
    return CalendarEntry.of(found, call, certifier, invited, clock.instant());
  }

  private Call booked(CertificationCase found, StepInput input) {
    Slot slot =
        store
            .slot(String.valueOf(input.slot()))
            .filter(each -> each.startsAt().isAfter(clock.instant()))
            .orElseThrow(
                () ->
                    StepRefused.invalid(
                        "slot", "This time is not offered; choose one of those that are."));
    if (slot.caseId() != null) {
      throw StepRefused.invalid("slot", "This time is booked already; choose another one.");
    }
    int sequence = call(found).map(before -> before.sequence() + 1).orElse(0);
    return new Call(
        found.id(),
        found.attempt(),
        slot.id(),
        sequence,
        slot.startsAt(),
        slot.certifier(),
        slot.certifierName(),
        Call.State.BOOKED,
        List.of(),
        null,
        0,
        null,
        "");
  }

  private Call begun(CertificationCase found, StepInput input) {
    List<String> attendees =
        input.attendees().stream()
            .map(each -> each.replaceAll("\\s+", " ").strip())
            .filter(each -> !each.isEmpty())
            .toList();
    return of(found).begun(attendees, clock.instant());
  }

  /** What was noted last stays the protocol; the comment of the step is added to it. */
  private Call ended(CertificationCase found, StepInput input) {
    Call call = of(found);
    Call ended = call.ended(clock.instant());
    String comment = input.comment();
    return comment == null || comment.isBlank()
        ? ended
        : ended.noting((call.protocol() + "\n" + comment).strip());
  }

  private Call running(CertificationCase found) {
    Call call = of(found);
    if (call.state() != Call.State.RUNNING) {
      throw StepRefused.conflict("The call is not running; it is " + call.state() + ".");
    }
    return call;
  }

  private Call of(CertificationCase found) {
    return call(found)
        .orElseThrow(() -> StepRefused.conflict("No call is booked in this attempt."));
  }
}
