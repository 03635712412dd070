package channelcert.mews.reservation;

import channelcert.contract.Caller;
import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.message.MessageHandler;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.outgoing.GroupConfirmationResource;
import channelcert.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving of bookings on the Mews side. What was accepted is durable; everything else is done
 * by {@link #handler}. Safe for many threads.
 */
public final class ReservationSide {
  private static final Logger LOG = LoggerFactory.getLogger(ReservationSide.class);

  private final Connections connections;
  private final GroupStore groups;
  private final Supplier<String> ids;
  private final GroupConfirmationSender sender;
  private final ReservationResource resource;
  private final GroupProcessing processing;

  /**
   * Makes the side over its database.
   *
   * @param ids gives a new identifier for each message that Mews sends on its own account
   * @param caller sends confirmations
   * @param outgoing takes confirmations of bookings that Mews sent
   */
  public ReservationSide(
      Database database,
      Connections connections,
      AvailabilityLedger ledger,
      BlockLedger blocks,
      Clock clock,
      Supplier<String> ids,
      Caller caller,
      GroupConfirmationResource outgoing) {
    this.connections = connections;
    this.groups = new GroupStore(database);
    this.ids = ids;
    this.sender = new GroupConfirmationSender(caller);
    this.resource =
        new ReservationResource(connections, new AcceptedStore(database), clock, outgoing);
    this.processing =
        new GroupProcessing(
            connections, new ProcessingStore(database, ledger, blocks, clock), sender);
  }

  /** What processes accepted bookings and confirms them. */
  public MessageHandler handler() {
    return processing;
  }

  /** The operations of this side, for a listener. */
  public Object resource() {
    return resource;
  }

  /** What is stored of the bookings whose identifier starts with the prefix. */
  public JsonNode bookings(String connectionToken, String channelManagerIdPrefix) {
    return BookingsView.of(
        groups.startingWith(connectionToken, channelManagerIdPrefix),
        groups.warnings(connectionToken, channelManagerIdPrefix));
  }

  /**
   * Sends Confirm booking once for a booking that the channel manager never made, whatever it
   * answers.
   *
   * @throws IllegalArgumentException when there is no such connection
   */
  public void confirmInvented(
      String connectionToken,
      String channelManagerId,
      String reservationCode,
      String confirmationNumber) {
    Access.Granted access =
        connections
            .find(connectionToken)
            .orElseThrow(() -> new IllegalArgumentException("there is no such connection"));
    Confirmation invented =
        new Confirmation(
            ids.get(),
            channelManagerId,
            List.of(new Confirmation.Numbered(reservationCode, confirmationNumber)),
            null);
    LOG.debug("Invented confirmation: {}", sender.send(access.connection(), invented));
  }
}
