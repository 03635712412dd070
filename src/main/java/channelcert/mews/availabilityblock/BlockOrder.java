package channelcert.mews.availabilityblock;

import channelcert.mews.availabilityblock.Allotment.BlockPrice;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a block to be, always complete, not checked against the rules.
 *
 * @param dates the whole block
 * @param originalRateCode rate plan whose prices hold where none are given
 * @param booker contact person in the published form of a customer; needs {@code lastName}
 * @param company in the published form
 */
public record BlockOrder(
    String name,
    Span dates,
    Release release,
    String originalRateCode,
    List<CategoryOrder> categories,
    JsonNode booker,
    @Nullable JsonNode company,
    @Nullable String notes,
    Grouping grouping) {

  /**
   * What is wanted of a category.
   *
   * @param rates none = the prices of the original rate
   */
  public record CategoryOrder(
      String spaceTypeCode, List<UnitsOrder> units, List<RateOrder> rates) {}

  /** Units on each night of an interval. */
  public record UnitsOrder(Span span, int units) {}

  /**
   * Prices on each night of an interval.
   *
   * @param currencyCodes of the prices, each once
   */
  public record RateOrder(
      Span span,
      List<BlockPrice> prices,
      List<String> currencyCodes,
      @Nullable JsonNode occupancyAdjustments) {}
}
