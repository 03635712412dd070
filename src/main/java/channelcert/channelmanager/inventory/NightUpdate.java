package channelcert.channelmanager.inventory;

/**
 * One value for every night of an interval, as pushed.
 *
 * @param key space category, or pair of rate plan and space category
 */
public record NightUpdate<K, V>(K key, Nights nights, V value) {}
