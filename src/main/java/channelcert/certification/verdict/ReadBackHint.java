package channelcert.certification.verdict;

import channelcert.certification.verdict.PushedCells.Pushed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/** Guesses from the wrong cells what the candidate does wrong. */
final class ReadBackHint {
  private ReadBackHint() {}

  private enum Cause {
    OTHER_SIDE("The other side of the price is stored: gross and net are mixed up."),
    LOST_OCCUPANCY(
        "Prices of some numbers of guests are missing: store one price for each guestCount."),
    LAST_NIGHT("Only last nights of intervals are wrong: 'to' is included, it is a night too."),
    OLDER(
        "An older value is still there: apply messages in the order in which they arrive, the last"
            + " one wins."),
    SHIFTED("The values stand one night off: dates are plain calendar days, without a time zone."),
    ROUNDED("Amounts are rounded: keep all decimals."),
    NOT_STORED("These nights were accepted but are not stored at all."),
    NOT_CLOSED("A closed night is shown as sellable: state 8 means that no night may be sold."),
    OTHER("Compare the push and the read-back named here.");

    private final String hint;

    Cause(String hint) {
      this.hint = hint;
    }
  }

  /** The causes that explain the wrong cells, the most frequent one first. */
  static String of(Map<Cell, Pushed> pushed, SortedMap<Cell, Pushed> wrong, StoredCells stored) {
    boolean onlyLast =
        wrong.values().stream().allMatch(Pushed::last)
            && pushed.values().stream().anyMatch(value -> !value.last());
    if (onlyLast) {
      return Cause.LAST_NIGHT.hint;
    }
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    wrong.forEach(
        (cell, value) -> counts.merge(cause(cell, value, pushed, stored), 1, Integer::sum));
    return String.join(
        " ",
        counts.entrySet().stream()
            .sorted(Map.Entry.<Cause, Integer>comparingByValue().reversed())
            .limit(2)
            .map(each -> each.getKey().hint)
            .toList());
  }

  private static Cause cause(
      Cell cell, Pushed value, Map<Cell, Pushed> pushed, StoredCells stored) {
    String shown = stored.value(cell).orElse("");
    if (shown.isEmpty()) {
      return otherOccupancyStored(cell, stored) ? Cause.LOST_OCCUPANCY : Cause.NOT_STORED;
    }
    if (shown.equals(value.otherSide())) {
      return Cause.OTHER_SIDE;
    }
    if (value.older().contains(shown)) {
      return Cause.OLDER;
    }
    if (value.value().equals(CellValue.CLOSED)) {
      return Cause.NOT_CLOSED;
    }
    if (isPushedFor(cell.on(cell.night().minusDays(1)), shown, pushed)
        || isPushedFor(cell.on(cell.night().plusDays(1)), shown, pushed)) {
      return Cause.SHIFTED;
    }
    return rounded(value.value(), shown) ? Cause.ROUNDED : Cause.OTHER;
  }

  private static boolean otherOccupancyStored(Cell cell, StoredCells stored) {
    for (int guests = 1; guests <= 12; guests++) {
      Cell other = new Cell(cell.spaceTypeCode(), cell.ratePlanCode(), cell.night(), guests);
      if (cell.guests() > 0 && stored.value(other).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPushedFor(Cell cell, String shown, Map<Cell, Pushed> pushed) {
    Pushed neighbour = pushed.get(cell);
    return neighbour != null && neighbour.value().equals(shown);
  }

  private static boolean rounded(String value, String shown) {
    try {
      BigDecimal exact = new BigDecimal(value);
      BigDecimal kept = new BigDecimal(shown);
      return exact.scale() > kept.scale()
          && exact.subtract(kept).abs().setScale(0, RoundingMode.HALF_DOWN).signum() == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
