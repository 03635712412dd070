package channelcert.channelmanager.reservation;

/**
 * A reservation that Mews has.
 *
 * @param code ours
 * @param number Mews' confirmation number
 */
record ConfirmedReservation(String code, String number) {}
