package channelcert.channelmanager.reservation;

/** A card on its way to Mews. */
public record HeldCard(CardNumber number, String holder) {}
