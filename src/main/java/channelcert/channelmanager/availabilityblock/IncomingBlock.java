package channelcert.channelmanager.availabilityblock;

import org.jspecify.annotations.Nullable;

/**
 * A block as Mews sent it.
 *
 * @param code ours; absent when Mews does not know it
 * @param number Mews'
 */
record IncomingBlock(
    BlockEvent event, @Nullable String code, String number, BlockContent content) {}
