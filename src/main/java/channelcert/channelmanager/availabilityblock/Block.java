package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.reservation.BookingStatus;
import org.jspecify.annotations.Nullable;

/**
 * A block as it is stored, for everybody who shows it.
 *
 * @param code ours
 * @param confirmationNumber Mews'; absent until it is confirmed
 * @param own whether it was made here
 * @param cancelled whether the newest message gives it up
 * @param status how far that message is
 * @param content as it was defined last, also when it is cancelled
 */
public record Block(
    String code,
    @Nullable String confirmationNumber,
    boolean own,
    boolean cancelled,
    BookingStatus status,
    BlockContent content) {}
