package channelcert.mews.control;

import channelcert.contract.control.ClientTokenCommand;
import channelcert.contract.control.ConnectCommand;
import channelcert.contract.control.Connected;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.ConnectionList;
import channelcert.contract.control.ConnectionView;
import channelcert.contract.control.DependentRatesCommand;
import channelcert.contract.control.IssuedClientToken;
import channelcert.contract.control.KindsCommand;
import channelcert.contract.control.ListConnectionsCommand;
import channelcert.contract.control.ReservationDeliveryCommand;
import channelcert.contract.control.SetEndpointsCommand;
import channelcert.contract.control.SetLimitsCommand;
import channelcert.contract.control.api.ConnectionsApi;
import channelcert.exchange.Masking;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.ConnectionEditing;
import channelcert.mews.property.NewConnection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Connections to channel managers. */
public final class ConnectionsResource implements ConnectionsApi {
  private final MewsControl mews;
  private final ControlStore store;
  private final ConnectionNames names;
  private final ConnectionEditing connections;

  ConnectionsResource(MewsControl mews, ControlStore store, ConnectionNames names) {
    this.mews = mews;
    this.store = store;
    this.names = names;
    this.connections = mews.editing().connections();
  }

  @Override
  public ConnectionList listConnections(ListConnectionsCommand command) {
    if (command.propertyId() != null) {
      store.known(command.propertyId());
    }
    return new ConnectionList(
        store.tokens(command.propertyId()).stream()
            .map(store::connection)
            .flatMap(Optional::stream)
            .map(this::view)
            .toList());
  }

  private ConnectionView view(ConnectionDetails connection) {
    String token = connection.token();
    return ConnectionMapper.view(connection, store.isDeleted(token), store.clientTokens(token));
  }

  @Override
  public Connected connect(ConnectCommand command) {
    String token = command.connectionToken();
    if (token != null && store.connection(token).isPresent()) {
      throw ControlRefusal.conflict(
          "connectionToken belongs to another connection; choose another, or leave it out.");
    }
    store.known(command.propertyId());
    Set<String> categories =
        command.categories() == null ? Set.of() : Set.copyOf(command.categories());
    NewConnection wanted = ConnectionMapper.connection(command);
    return new Connected(connections.create(wanted, categories).token());
  }

  @Override
  public void enableKinds(KindsCommand command) {
    switchKinds(command, Set::addAll);
  }

  @Override
  public void disableKinds(KindsCommand command) {
    switchKinds(command, Set::removeAll);
  }

  private void switchKinds(
      KindsCommand command, BiConsumer<Set<InventoryKind>, Set<InventoryKind>> change) {
    ConnectionDetails connection = names.details(names.editable(command.connection()));
    Set<InventoryKind> kinds = EnumSet.noneOf(InventoryKind.class);
    kinds.addAll(connection.enabledKinds());
    change.accept(kinds, ConnectionMapper.kinds(command.kinds()));
    mews.enable(connection.token(), kinds);
  }

  @Override
  public void enableConnection(ConnectionCommand command) {
    connections.enable(names.editable(command.connection()));
  }

  @Override
  public void disableConnection(ConnectionCommand command) {
    connections.disable(names.editable(command.connection()));
  }

  @Override
  public void deleteConnection(ConnectionCommand command) {
    connections.delete(names.editable(command.connection()));
  }

  @Override
  public void setReservationDelivery(ReservationDeliveryCommand command) {
    connections.takeReservations(names.editable(command.connection()), command.taken());
  }

  @Override
  public void setEndpoints(SetEndpointsCommand command) {
    connections.endpoints(
        names.editable(command.connection()), ConnectionMapper.endpoints(command.endpoints()));
  }

  @Override
  public void setLimits(SetLimitsCommand command) {
    ConnectionDetails before = names.details(names.editable(command.connection()));
    connections.limits(
        before.token(),
        Objects.requireNonNullElse(command.horizonDays(), before.horizonDays()),
        Objects.requireNonNullElse(command.chunkDays(), before.chunkDays()),
        Objects.requireNonNullElse(command.maxItems(), before.maxItems()));
  }

  @Override
  public void sendDependentRates(DependentRatesCommand command) {
    connections.receiveDependentRates(names.editable(command.connection()), command.asRules());
  }

  @Override
  public IssuedClientToken issueClientToken(ConnectionCommand command) {
    return new IssuedClientToken(
        connections.issueClientToken(names.editable(command.connection())));
  }

  @Override
  public void revokeClientToken(ClientTokenCommand command) {
    String token = names.editable(command.connection());
    String named = command.clientToken();
    String clientToken =
        store.clientTokens(token).stream()
            .filter(each -> each.equals(named) || Masking.token(each).equals(named))
            .findFirst()
            .orElseThrow(
                () ->
                    ControlRefusal.notFound(
                        "The client token does not open the connection; listConnections shows"
                            + " those that do."));
    connections.revokeClientToken(token, clientToken);
  }

  @Override
  public void setClientToken(ClientTokenCommand command) {
    connections.tokenTowardsChannelManager(
        names.editable(command.connection()), command.clientToken());
  }
}
