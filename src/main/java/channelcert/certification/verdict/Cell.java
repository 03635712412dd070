package channelcert.certification.verdict;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One value of the inventory: a category, or a pair, on one night.
 *
 * @param ratePlanCode empty for availability, which has no rate
 * @param guests number of guests of a price; 0 for everything else
 */
record Cell(String spaceTypeCode, String ratePlanCode, LocalDate night, int guests)
    implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::spaceTypeCode)
          .thenComparing(Cell::ratePlanCode)
          .thenComparing(Cell::night)
          .thenComparingInt(Cell::guests);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  Cell on(LocalDate otherNight) {
    return new Cell(spaceTypeCode, ratePlanCode, otherNight, guests);
  }

  @Override
  public String toString() {
    return spaceTypeCode
        + (ratePlanCode.isEmpty() ? "" : "/" + ratePlanCode)
        + " "
        + night
        + (guests == 0 ? "" : " for " + guests);
  }
}
