package channelcert.channelmanager.selling;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.reservation.Stay;
import org.jspecify.annotations.Nullable;

/**
 * One space for one stay, as a channel wants it.
 *
 * @param code of the reservation inside its booking; absent for a new one
 */
public record WantedStay(@Nullable String code, Pair pair, Stay stay, int adults, int children) {
  public int guests() {
    return adults + children;
  }

  WantedStay coded(String given) {
    return new WantedStay(given, pair, stay, adults, children);
  }
}
