package channelcert.mews.reservation.group;

import org.jspecify.annotations.Nullable;

/**
 * A channel that a booking came through.
 *
 * @param code code of the channel at Mews; absent for one that Mews does not know yet
 * @param type published code of the kind of channel
 */
public record SourceOrder(@Nullable Integer code, String name, int type, boolean primary) {}
