package channelcert.pact;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.control.Act;
import channelcert.contract.control.BehaveCommand;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.ConnectionView;
import channelcert.contract.control.Direction;
import channelcert.contract.control.FullUpdateCommand;
import channelcert.contract.control.Kind;
import channelcert.contract.control.KindsCommand;
import channelcert.contract.control.ListConnectionsCommand;
import channelcert.contract.control.Misbehaviour;
import channelcert.contract.control.Push;
import channelcert.contract.control.ReadPushesCommand;
import channelcert.contract.control.ReservationDeliveryCommand;
import channelcert.contract.control.client.ConnectionsClient;
import channelcert.contract.control.client.MisbehaviourClient;
import channelcert.contract.control.client.PushesClient;
import channelcert.exchange.Masking;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States of a Mews side, set by its control API. */
public final class MewsStates implements States {
  private static final LocalDate NIGHT = LocalDate.parse("2027-03-01");

  private static final String DISABLED = "the connection is disabled";
  private static final String NOT_TAKEN = "bookings are not taken";
  private static final String OUT_OF_ORDER = "an operation is out of order";

  /** The reference property does from the beginning. */
  private static final String PRESENTED = "the property shows images and cancellation policies";

  /** What has to be taken back; the other states only have something sent. */
  private static final Set<String> DISTURBING = Set.of(DISABLED, NOT_TAKEN, OUT_OF_ORDER);

  private final Caller caller;
  private final String root;
  private final MewsMessages messages;

  /** The connection that is in its ordinary state; empty when none is for sure. */
  private String undisturbed = "";

  /**
   * By the control API.
   *
   * @param root address of the management listener
   */
  public MewsStates(Caller caller, URI root) {
    this.caller = caller;
    this.root = root.toString().replaceAll("/+$", "");
    this.messages = new MewsMessages(this::order);
  }

  @Override
  public boolean knows(ProviderState state) {
    return true;
  }

  @Override
  public Map<String, String> set(ProviderState state) {
    String token = state.text("connectionToken");
    boolean isUndisturbed = undisturbed.equals(token);
    if (isUndisturbed && state.name().equals(ORDINARY)) {
      return Map.of();
    }
    ConnectionView connection = connection(token);
    if (!isUndisturbed) {
      ordinary(connection);
    }
    undisturbed = DISTURBING.contains(state.name()) ? "" : token;
    return special(state, connection);
  }

  private Map<String, String> special(ProviderState state, ConnectionView connection) {
    String name = connection.connection();
    return switch (state.name()) {
      case ORDINARY, PRESENTED -> Map.of();
      case DISABLED -> {
        order(ConnectionsClient.DISABLE_CONNECTION, new ConnectionCommand(name));
        yield Map.of();
      }
      case NOT_TAKEN -> {
        order(
            ConnectionsClient.SET_RESERVATION_DELIVERY,
            new ReservationDeliveryCommand(name, false));
        yield Map.of();
      }
      case OUT_OF_ORDER -> {
        misbehave(state.text("operation"));
        yield Map.of();
      }
      case "a push was sent" -> pushed(name, Kind.valueOf(state.text("kind")));
      case "a booking of the property was sent" ->
          messages.booking(connection.propertyId(), name, state);
      case "a block of the property was sent" ->
          messages.block(connection.propertyId(), name, state);
      default -> throw new StateNotSet("the state '" + state.name() + "' is not known");
    };
  }

  /** Whatever an earlier state left behind is taken back. */
  private void ordinary(ConnectionView connection) {
    order(MisbehaviourClient.BEHAVE, new BehaveCommand(null));
    if (!connection.active()) {
      order(ConnectionsClient.ENABLE_CONNECTION, new ConnectionCommand(connection.connection()));
    }
    if (!connection.takesReservations()) {
      order(
          ConnectionsClient.SET_RESERVATION_DELIVERY,
          new ReservationDeliveryCommand(connection.connection(), true));
    }
  }

  private ConnectionView connection(String token) {
    String masked = Masking.token(token);
    return order(ConnectionsClient.LIST_CONNECTIONS, new ListConnectionsCommand(null))
        .connections()
        .stream()
        .filter(each -> each.connection().equals(masked) && !each.deleted())
        .findFirst()
        .orElseThrow(
            () -> new StateNotSet("the Mews side knows no connection " + masked + "; map yours"));
  }

  private void misbehave(String operation) {
    order(
        MisbehaviourClient.MISBEHAVE,
        Misbehaviour.builder()
            .operation(operation)
            .direction(Direction.TO_MEWS)
            .act(Act.ERROR)
            .code(1)
            .message("Mews is in maintenance; send the message again later.")
            .count(1)
            .build());
  }

  /** A push of the kind that has left; one is made where there is none. */
  private Map<String, String> pushed(String connection, Kind kind) {
    String known = push(connection, kind);
    if (known == null) {
      order(ConnectionsClient.ENABLE_KINDS, new KindsCommand(connection, List.of(kind)));
      order(
          PushesClient.REQUEST_FULL_UPDATE,
          FullUpdateCommand.builder()
              .connection(connection)
              .from(NIGHT)
              .to(NIGHT)
              .kinds(List.of(kind))
              .build());
      order(PushesClient.SEND_DELTA, new ConnectionCommand(connection));
      known = MewsMessages.await("a push of " + kind, () -> push(connection, kind));
    }
    return Map.of("messageId", known);
  }

  private @Nullable String push(String connection, Kind kind) {
    return order(PushesClient.READ_PUSHES, new ReadPushesCommand(connection, 100)).pushes().stream()
        .filter(each -> each.kind() == kind)
        .map(Push::messageId)
        .findFirst()
        .orElse(null);
  }

  private <Q, A> A order(Operation<Q, A> operation, Q command) {
    return switch (caller.call(operation, URI.create(root + operation.path()), command)) {
      case Reply.Answered<A>(A body) -> body;
      case Reply.Failed<A>(String reason) ->
          throw new StateNotSet("the control API could not set the state: " + reason);
    };
  }
}
