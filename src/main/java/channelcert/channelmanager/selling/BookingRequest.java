package channelcert.channelmanager.selling;

import channelcert.channelmanager.reservation.Guest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel wants to book.
 *
 * @param channelId its own identifier of the booking; absent: one is chosen
 * @param sourceCode Mews' code of the channel; absent: none is named
 */
public record BookingRequest(
    @Nullable String channelId,
    @Nullable Integer sourceCode,
    Guest customer,
    List<WantedStay> stays) {}
