package channelcert.mews.inventory;

import java.util.Comparator;

/**
 * What has a value on every night: a category, or a pair.
 *
 * @param ratePlanCode empty for the availability of a category
 */
public record InventoryKey(String spaceTypeCode, String ratePlanCode)
    implements Comparable<InventoryKey> {
  private static final Comparator<InventoryKey> ORDER =
      Comparator.comparing(InventoryKey::spaceTypeCode).thenComparing(InventoryKey::ratePlanCode);

  public static InventoryKey category(String spaceTypeCode) {
    return new InventoryKey(spaceTypeCode, "");
  }

  @Override
  public int compareTo(InventoryKey other) {
    return ORDER.compare(this, other);
  }
}
