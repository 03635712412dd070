package channelcert.mews.control;

import channelcert.contract.control.ConnectCommand;
import channelcert.contract.control.Connected;
import channelcert.contract.control.ConnectionList;
import channelcert.contract.control.KindsCommand;
import channelcert.contract.control.ListConnectionsCommand;
import channelcert.contract.control.api.ConnectionsApi;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectionDetails;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Connections to channel managers. */
public final class ConnectionsResource implements ConnectionsApi {
  private final MewsControl mews;
  private final ControlStore store;
  private final ConnectionNames names;

  ConnectionsResource(MewsControl mews, ControlStore store, ConnectionNames names) {
    this.mews = mews;
    this.store = store;
    this.names = names;
  }

  @Override
  public ConnectionList listConnections(ListConnectionsCommand command) {
    return new ConnectionList(
        store.tokens(command.propertyId()).stream()
            .map(store::connection)
            .flatMap(Optional::stream)
            .map(ConnectionMapper::view)
            .toList());
  }

  @Override
  public Connected connect(ConnectCommand command) {
    String token = command.connectionToken();
    if (token != null && store.connection(token).isPresent()) {
      throw ControlRefusal.conflict(
          "connectionToken belongs to another connection; choose another, or leave it out.");
    }
    mews.property(command.propertyId());
    return new Connected(mews.connect(ConnectionMapper.connection(command)).token());
  }

  @Override
  public void enableKinds(KindsCommand command) {
    ConnectionDetails connection = names.details(command.connection());
    Set<InventoryKind> kinds = ConnectionMapper.kinds(command.kinds());
    kinds.addAll(connection.enabledKinds());
    mews.enable(connection.token(), kinds);
  }

  @Override
  public void disableKinds(KindsCommand command) {
    ConnectionDetails connection = names.details(command.connection());
    Set<InventoryKind> kinds = EnumSet.noneOf(InventoryKind.class);
    kinds.addAll(connection.enabledKinds());
    kinds.removeAll(ConnectionMapper.kinds(command.kinds()));
    mews.enable(connection.token(), kinds);
  }
}
