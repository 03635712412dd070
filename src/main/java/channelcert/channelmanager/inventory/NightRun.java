package channelcert.channelmanager.inventory;

/** Neighbouring nights of a key that have equal values. */
public record NightRun<K, V>(K key, Nights nights, V value) {}
