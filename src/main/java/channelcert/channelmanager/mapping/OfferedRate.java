package channelcert.channelmanager.mapping;

/**
 * A rate plan that Mews offers.
 *
 * @param currencyCode of its prices
 * @param synchronised whether Mews pushes it
 */
public record OfferedRate(String code, String name, String currencyCode, boolean synchronised) {}
