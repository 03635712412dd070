package channelcert.channelmanager.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A connection as the hotelier sees and configures it.
 *
 * @param propertyName as Mews calls it
 * @param horizonDays how many days ahead it sells
 * @param currencyCode the only one it sells in; absent = the one that Mews prices in
 * @param refreshing whether its configuration is about to be fetched again
 */
public record Profile(
    Connection connection,
    String propertyName,
    int horizonDays,
    @Nullable String currencyCode,
    boolean refreshing) {

  public long id() {
    return connection.id();
  }

  /** What to call it, also where Mews gave no name. */
  public String name() {
    return propertyName.isBlank() ? "Connection " + id() : propertyName;
  }
}
