package channelcert.channelmanager.inventory;

import java.time.LocalDate;

/** One night of a space category or of a pair. */
record NightKey<K>(K key, LocalDate night) {}
