package channelcert.mews.inventory;

import channelcert.mews.inventory.HotelierRestriction.Applies;
import channelcert.mews.inventory.HotelierRestriction.Closure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Translates restrictions from the form of Mews Operations to that of the API (domain reference,
 * 7.8). Each becomes states and limits; several on the same night become the union of the states
 * within the limits that all of them share. Where the API cannot say what was meant, the result
 * closes more rather than less; only a stay that merely ends on the first of the nights escapes the
 * limits, since the API counts them on nights.
 */
public final class HotelierForm {
  private static final int OPEN = 1;
  private static final int CLOSED = 2;

  private final Set<Integer> states = new TreeSet<>();
  private @Nullable Integer shortest;
  private @Nullable Integer longest;

  private HotelierForm() {}

  /**
   * The restriction that channel managers are told.
   *
   * @param all every restriction of the pair on these nights; none = open
   */
  public static RestrictionChange change(
      String ratePlanCode, String spaceTypeCode, Nights nights, List<HotelierRestriction> all) {
    HotelierForm form = new HotelierForm();
    all.forEach(form::add);
    return form.change(ratePlanCode, spaceTypeCode, nights);
  }

  /** Stays outside the limits are closed for the receiver, so an exception needs no state. */
  private void add(HotelierRestriction restriction) {
    if (restriction.applies() != Applies.UNLESS_LENGTH_WITHIN) {
      restriction.closedTo().forEach(closure -> states.add(closure.code()));
    }
    Integer from = restriction.shortest();
    Integer to = restriction.longest();
    shortest = shortest == null || (from != null && from > shortest) ? from : shortest;
    longest = longest == null || (to != null && to < longest) ? to : longest;
  }

  private RestrictionChange change(String ratePlanCode, String spaceTypeCode, Nights nights) {
    if (shortest != null && longest != null && shortest > longest) {
      return new RestrictionChange(
          ratePlanCode, spaceTypeCode, nights, List.of(CLOSED, Closure.STAY.code()), null, null);
    }
    if (states.isEmpty()) {
      states.add(OPEN);
    } else {
      states.add(CLOSED);
    }
    return new RestrictionChange(
        ratePlanCode, spaceTypeCode, nights, List.copyOf(states), shortest, longest);
  }
}
