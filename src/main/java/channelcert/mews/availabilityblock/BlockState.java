package channelcert.mews.availabilityblock;

import channelcert.mews.reservation.group.AvailabilityEffect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block with everything that is known of it.
 *
 * @param codes what channel managers call it, by the token of the connection
 * @param occupied units that are picked up
 * @param withheld units that it keeps from sale beside those
 * @param pickups bookings that take from it, by the group of reservations to which they belong
 * @param nextRelease absent when nothing is left to be released
 */
public record BlockState(
    Block block,
    Map<String, String> codes,
    List<AvailabilityEffect> occupied,
    List<AvailabilityEffect> withheld,
    Map<String, List<String>> pickups,
    @Nullable Instant nextRelease) {}
