package channelcert.mews.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a property shows of itself and of its conditions, and no price depends on.
 *
 * @param cancellation what cancelling costs, by rate plan
 */
public record Presentation(List<Image> images, Map<String, List<CancellationPolicy>> cancellation) {
  static final Presentation NONE = new Presentation(List.of(), Map.of());

  /**
   * A picture.
   *
   * @param spaceTypeCode the category that it shows; absent for the property itself
   * @param type published code: 1 logo, 2 photo
   */
  public record Image(@Nullable String spaceTypeCode, int type, String url) {}

  /**
   * What becomes due from a moment on.
   *
   * @param applicability published code of the moment: 1 booking, 2 arrival, 3 day of arrival
   * @param offset shift of the moment, such as {@code -1DT0H0M}
   * @param fee fixed part, in the currency of the property
   * @param share of the price of the stay, as a fraction
   * @param nights most nights that count; absent = all
   */
  public record CancellationPolicy(
      int applicability,
      @Nullable String offset,
      BigDecimal fee,
      BigDecimal share,
      @Nullable Integer nights) {}
}
