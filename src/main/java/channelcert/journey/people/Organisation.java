package channelcert.journey.people;

/** A partner by its identifier, or Mews. */
public record Organisation(String id, String name) {}
