package channelcert.mews.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one node to work on a lane, until it ends its work or loses it to another node.
 *
 * @param node who has the right
 * @param epoch number of this right; a later one is higher
 * @param marked what had been marked when the right was given; marks are read afterwards
 * @param failures in a row before this work
 * @param awaitedMessage message whose confirmation is awaited; absent = none
 * @param awaitedUntil when the confirmation counts as missing; absent = that moment has passed
 */
record Claim(
    Lane lane,
    String node,
    long epoch,
    long marked,
    int failures,
    @Nullable String awaitedMessage,
    @Nullable Instant awaitedUntil) {}
