package channelcert.channelmanager.mapping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets connections up as a hotelier would: fetches what Mews offers and maps all of it. */
public final class ConnectionSetup {
  private static final Duration REFRESH_RETRY = Duration.ofSeconds(30);

  /** How long a node may take for what it fetches at a time; ten calls that all time out. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final MewsConfigurationClient mews;
  private final ConnectionStore connections;
  private final ConfigurationStore configurations;
  private final List<String> pushKinds;
  private final Clock clock;

  /**
   * Wires the work.
   *
   * @param pushKinds the kinds of data that are pushed for a connection
   */
  public ConnectionSetup(
      MewsConfigurationClient mews,
      ConnectionStore connections,
      ConfigurationStore configurations,
      List<String> pushKinds,
      Clock clock) {
    this.mews = mews;
    this.connections = connections;
    this.configurations = configurations;
    this.pushKinds = pushKinds;
    this.clock = clock;
  }

  /**
   * Sets up a new connection or maps a known one anew; it is active afterwards.
   *
   * @param email of an employee of the property
   * @return every pair that is mapped now
   */
  public Lookup<List<Pair>> setUp(String token, String email, PriceSide side) {
    return switch (mews.connectionTokens(email)) {
      case Lookup.Missed<Set<String>>(String reason) ->
          new Lookup.Missed<>("Mews did not list the properties of " + email + ": " + reason);
      case Lookup.Found<Set<String>>(Set<String> tokens) when !tokens.contains(token) ->
          new Lookup.Missed<>(
              "Mews lists no connection with this token for "
                  + email
                  + ". Check the token, and that the e-mail belongs to an employee of the"
                  + " property.");
      case Lookup.Found<Set<String>> listed -> fetchAndMap(token, side);
    };
  }

  private Lookup<List<Pair>> fetchAndMap(String token, PriceSide side) {
    return switch (mews.configuration(token)) {
      case Lookup.Missed<PropertyConfiguration>(String reason) ->
          new Lookup.Missed<>("Mews did not give the configuration: " + reason);
      case Lookup.Found<PropertyConfiguration>(PropertyConfiguration configuration)
          when hasLongCode(token, configuration) ->
          new Lookup.Missed<>(
              "The token or a code is longer than "
                  + ConnectionStore.MAX_CODE_LENGTH
                  + " characters. Shorten the mapping codes in Mews.");
      case Lookup.Found<PropertyConfiguration>(PropertyConfiguration configuration) -> {
        configurations.setUp(token, side, configuration, pushKinds);
        fetchChannels();
        yield new Lookup.Found<>(configuration.pairs());
      }
    };
  }

  /**
   * Fetches the configuration of connections about which Mews sent a notification, and maps what is
   * new in it.
   *
   * @return whether something was fetched
   */
  public boolean refreshDue() {
    boolean worked = false;
    Instant now = clock.instant();
    Instant claim = now.plus(CLAIM).truncatedTo(ChronoUnit.MICROS);
    for (Connection connection : connections.claimDue(now, claim)) {
      switch (mews.configuration(connection.token())) {
        case Lookup.Found<PropertyConfiguration>(PropertyConfiguration configuration) -> {
          if (!hasLongCode(connection.token(), configuration)) {
            configurations.refresh(connection.id(), configuration);
          }
          connections.fetched(connection.id(), claim);
          worked = true;
        }
        case Lookup.Missed<PropertyConfiguration> missed ->
            connections.postpone(
                connection.id(),
                claim,
                clock.instant().plus(REFRESH_RETRY).truncatedTo(ChronoUnit.MICROS));
      }
    }
    if (worked) {
      fetchChannels();
    }
    return worked;
  }

  /** Makes the pairs the complete inventory of the connection, at Mews and here. */
  public Lookup<List<Pair>> replaceInventory(Connection connection, List<Pair> pairs) {
    Lookup<List<Pair>> replaced = mews.replaceInventory(connection.token(), pairs);
    if (replaced instanceof Lookup.Found<List<Pair>>) {
      configurations.replacePairs(connection.id(), pairs);
    }
    return replaced;
  }

  /** Channel names are a nicety: without them a booking calls its channel by number. */
  private void fetchChannels() {
    if (mews.channels() instanceof Lookup.Found<Map<Integer, String>>(Map<Integer, String> names)) {
      configurations.storeChannels(names);
    }
  }

  private static boolean hasLongCode(String token, PropertyConfiguration configuration) {
    return isLong(token)
        || configuration.ratePlans().stream().anyMatch(each -> isLong(each.code()))
        || configuration.categories().stream().anyMatch(each -> isLong(each.code()))
        || configuration.productPricing().keySet().stream().anyMatch(ConnectionSetup::isLong)
        || configuration.pairs().stream()
            .anyMatch(pair -> isLong(pair.ratePlanCode()) || isLong(pair.spaceTypeCode()));
  }

  private static boolean isLong(String code) {
    return code.length() > ConnectionStore.MAX_CODE_LENGTH;
  }
}
