package channelcert.mews.inventory;

/**
 * One value on an interval of nights.
 *
 * @param value as stored: units ({@code 7}), a price list ({@code 100.00 120.00}) or a restriction
 *     ({@code 2,8/3/7})
 */
public record InventoryItem(InventoryKey key, Nights nights, String value) {}
