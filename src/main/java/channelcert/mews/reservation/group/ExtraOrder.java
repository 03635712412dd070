package channelcert.mews.reservation.group;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product as a message orders it.
 *
 * @param pricing published code: 1 once, 2 per person, 3 per night, 4 per person per night
 * @param amount total of the line, not of one unit; may be negative
 * @param from first day of consumption; absent = from the arrival
 * @param to day after the last one; absent = to the departure
 */
public record ExtraOrder(
    String code,
    int count,
    int pricing,
    Amount amount,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
