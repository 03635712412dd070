package channelcert.mews.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the last days.
 *
 * @param items entries in it
 * @param finishedAt when the answer was there; absent while it is on its way
 * @param result what came of it at once, in words; absent while it is on its way
 * @param confirmed whether its asynchronous confirmation has arrived
 */
public record PushedMessage(
    InventoryKind kind,
    String messageId,
    int items,
    Instant sentAt,
    @Nullable Instant finishedAt,
    @Nullable String result,
    boolean confirmed) {}
