package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.Mode;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.ConnectionStore.Sighting;
import channelcert.channelmanager.mapping.Mapping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks up connections for pushes: afresh for every push, so that what another node changed holds
 * at once, but for many pushes at a time. Mappings are remembered as long as their version stands.
 */
final class Standings {
  private static final int REMEMBERED = 2000;

  private final ConnectionStore connections;
  private final ConfigurationStore configurations;
  private final ModeStore modes;
  private final SharedReads<String, Standing> reads = new SharedReads<>(this::look);
  private final Map<Long, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  Standings(ConnectionStore connections, ConfigurationStore configurations, ModeStore modes) {
    this.connections = connections;
    this.configurations = configurations;
    this.modes = modes;
  }

  /** A mapping and which one it is. */
  private record Known(long version, Mapping mapping) {}

  Standing of(String connectionToken) {
    return reads.get(connectionToken);
  }

  /** What is mapped and sold. */
  Mapping mapping(Sighting sighting) {
    Connection connection = sighting.connection();
    synchronized (known) {
      Known remembered = known.get(connection.id());
      if (remembered != null && remembered.version() == sighting.mappingVersion()) {
        return remembered.mapping();
      }
    }
    Mapping mapping =
        configurations.mapping(connection.id()).withholding(modes.withheld(connection.id()));
    synchronized (known) {
      known.put(connection.id(), new Known(sighting.mappingVersion(), mapping));
      if (known.size() > REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return mapping;
  }

  private Map<String, Standing> look(Set<String> tokens) {
    boolean inMaintenance = connections.inMaintenance();
    Map<String, Sighting> sightings = connections.find(tokens);
    Map<Long, Mode> chosen =
        modes.modes(
            sightings.values().stream()
                .map(sighting -> sighting.connection().id())
                .collect(Collectors.toSet()));
    Map<String, Standing> standings = new HashMap<>();
    for (String token : tokens) {
      Optional<Sighting> sighting = Optional.ofNullable(sightings.get(token));
      Mode mode = sighting.map(seen -> chosen.get(seen.connection().id())).orElseGet(modes::usual);
      standings.put(token, new Standing(inMaintenance, sighting, mode));
    }
    return standings;
  }
}
