package channelcert.mews.reservation.group;

/**
 * Persons of an age category.
 *
 * @param code age category, for example {@code Adult}
 */
public record GuestCount(String code, int count) {}
