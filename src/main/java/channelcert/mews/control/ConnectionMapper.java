package channelcert.mews.control;

import channelcert.contract.control.ConnectCommand;
import channelcert.contract.control.ConnectionView;
import channelcert.contract.control.Kind;
import channelcert.contract.control.MappedCode;
import channelcert.contract.control.MappingState;
import channelcert.contract.control.MappingView;
import channelcert.contract.control.PairCodes;
import channelcert.exchange.Masking;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Mapping;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.Property.Pair;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Connections in the words of the control API. */
final class ConnectionMapper {
  private static final int HORIZON_DAYS = 365;
  private static final int CHUNK_DAYS = 365;
  private static final int MAX_ITEMS = 5000;

  private ConnectionMapper() {}

  static ConnectionView view(
      ConnectionDetails connection, boolean deleted, List<String> clientTokens) {
    Map<String, String> endpoints = new TreeMap<>();
    connection.endpoints().forEach((name, address) -> endpoints.put(name, address.toString()));
    return ConnectionView.builder()
        .connection(Masking.token(connection.token()))
        .propertyId(connection.propertyId())
        .channelManagerName(connection.channelManagerName())
        .active(connection.active())
        .deleted(deleted)
        .takesReservations(connection.takesReservations())
        .sendsDependentRates(connection.receivesDependentRates())
        .clientTokens(clientTokens.stream().map(Masking::token).toList())
        .enabledKinds(kinds(connection.enabledKinds()))
        .horizonDays(connection.horizonDays())
        .chunkDays(connection.chunkDays())
        .maxItems(connection.maxItems())
        .certifiedForSources(connection.certifiedForSources())
        .endpoints(endpoints)
        .build();
  }

  private static List<Kind> kinds(Set<InventoryKind> kinds) {
    return kinds.stream().sorted().map(kind -> Kind.valueOf(kind.name())).toList();
  }

  static Set<InventoryKind> kinds(Collection<Kind> kinds) {
    Set<InventoryKind> named = EnumSet.noneOf(InventoryKind.class);
    kinds.forEach(kind -> named.add(InventoryKind.valueOf(kind.name())));
    return named;
  }

  static NewConnection connection(ConnectCommand command) {
    return new NewConnection(
        command.connectionToken(),
        command.propertyId(),
        command.channelManagerName(),
        command.mewsClientToken(),
        command.clientToken(),
        endpoints(command.endpoints()),
        Boolean.TRUE.equals(command.certifiedForSources()),
        Objects.requireNonNullElse(command.horizonDays(), HORIZON_DAYS),
        Objects.requireNonNullElse(command.chunkDays(), CHUNK_DAYS),
        Objects.requireNonNullElse(command.maxItems(), MAX_ITEMS));
  }

  static MappingView mapping(Mapping mapping) {
    Comparator<Pair> order =
        Comparator.comparing(Pair::spaceTypeCode).thenComparing(Pair::ratePlanCode);
    return new MappingView(
        codes(mapping.categories()),
        codes(mapping.ratePlans()),
        mapping.pairs().stream()
            .sorted(order)
            .map(pair -> new PairCodes(pair.ratePlanCode(), pair.spaceTypeCode()))
            .toList());
  }

  private static List<MappedCode> codes(Map<String, Boolean> mapped) {
    return new TreeMap<>(mapped)
        .entrySet().stream()
            .map(
                each ->
                    new MappedCode(
                        each.getKey(),
                        each.getValue() ? MappingState.SYNCHRONISED : MappingState.UNSYNCHRONISED))
            .toList();
  }

  static Map<String, URI> endpoints(Map<String, String> given) {
    Map<String, URI> endpoints = new LinkedHashMap<>();
    given.forEach((operation, address) -> endpoints.put(operation, uri(operation, address)));
    return endpoints;
  }

  /** A map of the contract may hold nulls. */
  private static URI uri(String operation, @Nullable String address) {
    if (address == null || !address.matches("https?://[^\\s/]+\\S*")) {
      throw ControlRefusal.badRequest(
          "endpoints." + operation + " is '" + address + "'; give a full http or https address.");
    }
    return URI.create(address);
  }
}
