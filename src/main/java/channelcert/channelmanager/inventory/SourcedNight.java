package channelcert.channelmanager.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is stored for one night of a space category or pair, and which message said so.
 *
 * @param source the message that set the value; absent when that is not known
 */
public record SourcedNight<K, V>(K key, LocalDate night, V value, @Nullable Source source) {}
