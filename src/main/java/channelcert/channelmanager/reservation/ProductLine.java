package channelcert.channelmanager.reservation;

import java.math.BigDecimal;

/**
 * A product ordered with a reservation.
 *
 * @param amount of the whole line, on the side of the booking
 */
public record ProductLine(String code, int count, BigDecimal amount) {}
