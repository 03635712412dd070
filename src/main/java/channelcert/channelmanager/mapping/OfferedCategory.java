package channelcert.channelmanager.mapping;

/**
 * A space category that Mews offers.
 *
 * @param units how many spaces it has
 * @param synchronised whether Mews pushes it
 */
public record OfferedCategory(String code, String name, int units, boolean synchronised) {}
