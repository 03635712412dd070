package channelcert.mews.simulation;

import channelcert.mews.inventory.InventoryKind;
import java.util.Comparator;

/**
 * What has a value on every night.
 *
 * @param rate empty for availability
 */
record Cell(InventoryKind kind, String category, String rate) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::kind).thenComparing(Cell::category).thenComparing(Cell::rate);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
