package channelcert.mews.inventory;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A restriction as a hotelier writes it in Mews Operations. There a length of stay is a condition
 * on the closing, which is the reverse of the API, where the states apply to the stays within the
 * limits and all others are closed (page Restrictions of the published documentation).
 *
 * @param closedTo what is closed on the nights; at least one
 * @param applies to which stays the closing applies
 * @param shortest first length of stay of the condition, in nights; absent = no lower limit
 * @param longest last length of stay of the condition, in nights; absent = no upper limit
 */
public record HotelierRestriction(
    Set<Closure> closedTo, Applies applies, @Nullable Integer shortest, @Nullable Integer longest) {

  /** What a restriction closes, with its published code. */
  public enum Closure {
    ARRIVAL(6),
    DEPARTURE(7),
    STAY(8);

    private final int code;

    Closure(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** Which stays a closing applies to. */
  public enum Applies {
    /** All stays, whatever their length. */
    ALWAYS,
    /** Stays whose length is outside the limits. */
    UNLESS_LENGTH_WITHIN,
    /** Stays whose length is within the limits. */
    IF_LENGTH_WITHIN
  }

  /** Checks that the limits fit the condition. */
  public HotelierRestriction {
    require(!closedTo.isEmpty(), "a restriction closes arrival, departure or stay; name one");
    closedTo = Set.copyOf(closedTo);
    boolean limited = shortest != null || longest != null;
    require(
        limited == (applies != Applies.ALWAYS),
        "limits of the length of stay belong to the conditions unless and if, and only to them");
    require(shortest == null || shortest >= 1, "the shortest stay is at least 1 night");
    require(
        longest == null || longest >= (shortest == null ? 1 : shortest),
        "the longest stay is not shorter than the shortest one, and at least 1 night");
  }

  /** Closed whatever the length of the stay. */
  public static HotelierRestriction closed(Closure first, Closure... more) {
    return new HotelierRestriction(EnumSet.of(first, more), Applies.ALWAYS, null, null);
  }

  /** Closed unless the length of the stay is within the limits. */
  public static HotelierRestriction closedUnless(
      Closure closure, @Nullable Integer shortest, @Nullable Integer longest) {
    return new HotelierRestriction(
        Set.of(closure), Applies.UNLESS_LENGTH_WITHIN, shortest, longest);
  }

  /** Closed if the length of the stay is within the limits. */
  public static HotelierRestriction closedIf(
      Closure closure, @Nullable Integer shortest, @Nullable Integer longest) {
    return new HotelierRestriction(Set.of(closure), Applies.IF_LENGTH_WITHIN, shortest, longest);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
