package channelcert.mews.inventory;

/**
 * New availability of a category.
 *
 * @param units sellable units on each of the nights
 */
public record AvailabilityChange(String spaceTypeCode, Nights nights, int units) {}
