package channelcert.channelmanager.inventory;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restriction of a pair on one day. It says what holds for stays of a length within the limits;
 * every other length is closed.
 *
 * @param states published state codes, ascending, joined by commas
 * @param minLos shortest stay in nights, absent without a limit
 * @param maxLos longest stay in nights, absent without a limit
 */
public record RestrictedNight(String states, @Nullable Integer minLos, @Nullable Integer maxLos) {
  private static final String OPEN = "1";
  private static final String CLOSED = "2";
  private static final String ARRIVAL = "6";
  private static final String DEPARTURE = "7";
  private static final String STAY = "8";

  /** From state codes in any order. */
  public static RestrictedNight of(
      Collection<Integer> states, @Nullable Integer minLos, @Nullable Integer maxLos) {
    String sorted = states.stream().distinct().sorted().map(String::valueOf).collect(joining(","));
    return new RestrictedNight(sorted, minLos, maxLos);
  }

  /** The state codes, ascending. */
  List<Integer> stateCodes() {
    return Arrays.stream(states.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** No night may be sold. */
  public boolean closed() {
    return has(STAY);
  }

  public boolean closedToArrival() {
    return has(ARRIVAL);
  }

  public boolean closedToDeparture() {
    return has(DEPARTURE);
  }

  /** Closed needs to be told to what; open goes with nothing else. */
  public boolean isConsistent() {
    boolean closedToSomething = closed() || closedToArrival() || closedToDeparture();
    return has(OPEN) ? !closedToSomething && !has(CLOSED) : closedToSomething;
  }

  /** Whether its states are said about stays of that many nights. */
  public boolean isFor(long length) {
    return (minLos == null || length >= minLos) && (maxLos == null || length <= maxLos);
  }

  public boolean hasReversedLimits() {
    return minLos != null && maxLos != null && minLos > maxLos;
  }

  private boolean has(String state) {
    return Arrays.asList(states.split(",", -1)).contains(state);
  }
}
