package channelcert.journey.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call of an attempt.
 *
 * @param sequence how often the booking was changed, as calendars count it
 * @param certifier identifier of who leads it
 * @param certifierName name of who leads it
 * @param extendedMinutes minutes beyond {@link Slot#LENGTH}
 */
public record Call(
    String caseId,
    int attempt,
    String slotId,
    int sequence,
    Instant startsAt,
    String certifier,
    String certifierName,
    State state,
    List<String> attendees,
    @Nullable Instant begunAt,
    int extendedMinutes,
    @Nullable Instant endedAt,
    String protocol) {

  /** How far it is. */
  public enum State {
    BOOKED,
    RUNNING,
    ENDED,
    CANCELLED
  }

  /** When it begins, or began. */
  public Instant beginning() {
    return begunAt == null ? startsAt : begunAt;
  }

  /** When its time is up, or when it ended. */
  public Instant end() {
    return endedAt != null
        ? endedAt
        : beginning().plus(Slot.LENGTH).plus(Duration.ofMinutes(extendedMinutes));
  }

  /** Whether it is running and its time is up. */
  public boolean isOvertime(Instant now) {
    return state == State.RUNNING && now.isAfter(end());
  }

  Call begun(List<String> present, Instant at) {
    return changed(State.RUNNING, present, at, extendedMinutes, null, protocol);
  }

  Call longerBy(int minutes) {
    return changed(state, attendees, begunAt, extendedMinutes + minutes, endedAt, protocol);
  }

  Call noting(String text) {
    return changed(state, attendees, begunAt, extendedMinutes, endedAt, text);
  }

  Call ended(Instant at) {
    return changed(State.ENDED, attendees, begunAt, extendedMinutes, at, protocol);
  }

  /** Not held any more; calendars are told by the next sequence. */
  Call cancelled() {
    return new Call(
        caseId,
        attempt,
        slotId,
        sequence + 1,
        startsAt,
        certifier,
        certifierName,
        State.CANCELLED,
        attendees,
        begunAt,
        extendedMinutes,
        endedAt,
        protocol);
  }

  private Call changed(
      State now,
      List<String> present,
      @Nullable Instant begun,
      int extended,
      @Nullable Instant ended,
      String text) {
    return new Call(
        caseId,
        attempt,
        slotId,
        sequence,
        startsAt,
        certifier,
        certifierName,
        now,
        present,
        begun,
        extended,
        ended,
        text);
  }
}
