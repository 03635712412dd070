package channelcert.mews.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the pushing of one kind on a connection stands.
 *
 * @param waiting whether anything has to be pushed, or its confirmation to come
 * @param held whether somebody holds the sending back
 * @param failures in a row
 * @param notBefore when it goes on; absent = at once
 * @param awaitedMessage message whose confirmation is awaited; absent = none
 */
public record LaneState(
    InventoryKind kind,
    boolean waiting,
    boolean held,
    int failures,
    @Nullable Instant notBefore,
    @Nullable String awaitedMessage) {}
