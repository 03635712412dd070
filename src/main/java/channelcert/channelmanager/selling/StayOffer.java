package channelcert.channelmanager.selling;

import channelcert.channelmanager.mapping.Pair;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pair says about a wanted stay.
 *
 * @param obstacle why it cannot be booked, in words for a person; absent when it can
 * @param currencyCode of the amounts; absent where a night has no price
 * @param nightAmounts price of each night in order, on the side of the connection; empty where a
 *     night has no price
 * @param available units that are free on every night
 */
public record StayOffer(
    Pair pair,
    @Nullable String obstacle,
    @Nullable String currencyCode,
    List<BigDecimal> nightAmounts,
    int available) {

  public boolean isBookable() {
    return obstacle == null;
  }

  public BigDecimal total() {
    return nightAmounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
