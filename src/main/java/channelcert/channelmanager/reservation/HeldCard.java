package channelcert.channelmanager.reservation;

/** A card on its way to Mews. */
record HeldCard(CardNumber number, String holder) {}
