package channelcert.mews.reservation.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Spreads the difference between stated totals and nights over the nights. */
final class Distribution {
  private Distribution() {}

  /**
   * The nights with the difference added: in proportion to their amounts, each share rounded half
   * up to the minor unit, the remainder on the last night; in equal parts when all nights are zero.
   *
   * @param nights one side of the nights, at least one, none negative, at the scale
   * @param difference what the nights together have to grow by; may be negative
   * @param scale decimals of the minor unit
   */
  static List<BigDecimal> spread(List<BigDecimal> nights, BigDecimal difference, int scale) {
    BigDecimal sum = nights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = difference;
    List<BigDecimal> spread = new ArrayList<>();
    for (BigDecimal night : nights.subList(0, nights.size() - 1)) {
      BigDecimal share =
          sum.signum() == 0
              ? difference.divide(BigDecimal.valueOf(nights.size()), scale, RoundingMode.HALF_UP)
              : difference.multiply(night).divide(sum, scale, RoundingMode.HALF_UP);
      spread.add(night.add(share));
      rest = rest.subtract(share);
    }
    spread.add(nights.getLast().add(rest));
    return spread;
  }
}
