package channelcert.mews.availabilityblock;

import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block holds of a category.
 *
 * @param held in date order, no night twice
 * @param rates prices, in date order, no night twice
 */
public record Allotment(String spaceTypeCode, List<Held> held, List<BlockRate> rates) {
  /** Units held on each of the nights. */
  public record Held(Nights nights, int units) {}

  /**
   * Prices of each of the nights.
   *
   * @param prices one for each number of persons
   * @param occupancyAdjustments surcharges above the capacity, in the published form
   */
  public record BlockRate(
      Nights nights, List<BlockPrice> prices, @Nullable JsonNode occupancyAdjustments) {}

  /** Price of a space for a number of persons. */
  public record BlockPrice(int persons, BigDecimal gross, BigDecimal net) {}

  /** The nights from the first to the last on which something is held. */
  Nights span() {
    return new Nights(held.getFirst().nights().first(), held.getLast().nights().last());
  }
}
