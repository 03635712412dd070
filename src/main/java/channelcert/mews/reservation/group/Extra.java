package channelcert.mews.reservation.group;

import java.time.LocalDate;

/**
 * A product booked with a reservation.
 *
 * @param pricing published code: 1 once, 2 per person, 3 per night, 4 per person per night
 * @param amount total of the line, not of one unit; may be negative
 * @param from first day of consumption
 * @param to day after the last one
 */
public record Extra(
    String code, int count, int pricing, Money amount, LocalDate from, LocalDate to) {}
