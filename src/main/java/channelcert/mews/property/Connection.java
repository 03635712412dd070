package channelcert.mews.property;

/** A connection between a property and a channel manager. */
public record Connection(String token, String propertyId, int horizonDays) {}
