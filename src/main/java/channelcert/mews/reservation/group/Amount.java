package channelcert.mews.reservation.group;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as it was sent: gross, net or both.
 *
 * @param gross including tax; absent when only net was sent
 * @param net excluding tax; absent when only gross was sent
 */
public record Amount(@Nullable BigDecimal gross, @Nullable BigDecimal net) {
  /** The value of one side; absent when that side was not sent. */
  @Nullable BigDecimal on(Side side) {
    return side == Side.GROSS ? gross : net;
  }

  /** Whether a side that was sent is below zero. */
  boolean isNegative() {
    return (gross != null && gross.signum() < 0) || (net != null && net.signum() < 0);
  }

  /** The sides that were sent, for a person. */
  String shown() {
    if (gross == null || net == null) {
      return gross == null ? String.valueOf(net) : gross.toString();
    }
    return gross + " gross, " + net + " net";
  }
}
