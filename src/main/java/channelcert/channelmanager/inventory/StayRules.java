package channelcert.channelmanager.inventory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What restrictions say about a stay (domain reference, 7.8): the length is asked for on every
 * night, arrival on the first one, and departure on the day after the last one.
 */
public final class StayRules {
  /** Why a stay cannot be booked. */
  public enum Obstacle {
    /** It is shorter or longer than a restriction allows. */
    LENGTH,
    /** A night is closed. */
    STAY,
    /** Nobody may arrive on the first day. */
    ARRIVAL,
    /** Nobody may depart on the last day. */
    DEPARTURE
  }

  /** An obstacle and the day on which it stands. */
  public record Found(Obstacle obstacle, LocalDate day) {}

  private StayRules() {}

  /**
   * The first obstacle, in the order of the days.
   *
   * @param restrictions of the pair by day, the day of departure included; days without one are
   *     open
   * @param departure after the arrival
   */
  public static Optional<Found> obstacle(
      Map<LocalDate, RestrictedNight> restrictions, LocalDate arrival, LocalDate departure) {
    long length = ChronoUnit.DAYS.between(arrival, departure);
    for (LocalDate night : arrival.datesUntil(departure).toList()) {
      @Nullable Obstacle obstacle = atNight(restrictions.get(night), night.equals(arrival), length);
      if (obstacle != null) {
        return Optional.of(new Found(obstacle, night));
      }
    }
    RestrictedNight leaving = restrictions.get(departure);
    boolean stuck = leaving != null && leaving.closedToDeparture() && leaving.isFor(length);
    return stuck ? Optional.of(new Found(Obstacle.DEPARTURE, departure)) : Optional.empty();
  }

  private static @Nullable Obstacle atNight(
      @Nullable RestrictedNight restriction, boolean first, long length) {
    if (restriction == null) {
      return null;
    }
    if (!restriction.isFor(length)) {
      return Obstacle.LENGTH;
    }
    if (restriction.closed()) {
      return Obstacle.STAY;
    }
    return first && restriction.closedToArrival() ? Obstacle.ARRIVAL : null;
  }
}
