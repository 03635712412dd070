package channelcert.mews.reservation;

import channelcert.contract.Caller;
import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.inventory.Retries;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.outgoing.GroupConfirmationResource;
import channelcert.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving of bookings on the Mews side. What was accepted is durable; everything else happens
 * when {@link #tick} is called. Safe for many threads.
 */
public final class ReservationSide {
  private static final Logger LOG = LoggerFactory.getLogger(ReservationSide.class);

  private final Connections connections;
  private final GroupStore groups;
  private final Supplier<String> ids;
  private final ConfirmationSender sender;
  private final ReservationResource resource;
  private final GroupProcessing processing;
  private final ConfirmationDelivery delivery;
  private final ReentrantLock ticking = new ReentrantLock();

  /**
   * Makes the side over its database.
   *
   * @param ids gives a new identifier for each message that Mews sends on its own account
   * @param caller sends confirmations
   * @param retries pauses before a confirmation is sent again
   * @param outgoing takes confirmations of bookings that Mews sent
   */
  public ReservationSide(
      Database database,
      Connections connections,
      AvailabilityLedger ledger,
      Clock clock,
      Supplier<String> ids,
      Caller caller,
      Retries retries,
      GroupConfirmationResource outgoing) {
    this.connections = connections;
    this.groups = new GroupStore(database);
    this.ids = ids;
    this.sender = new ConfirmationSender(caller);
    MessageStore messages = new MessageStore(database);
    this.resource = new ReservationResource(connections, messages, groups, clock, outgoing);
    this.processing =
        new GroupProcessing(connections, messages, new ProcessingStore(database, ledger, clock));
    this.delivery =
        new ConfirmationDelivery(
            connections, new ConfirmationStore(database), sender, clock, retries);
  }

  /** The operations of this side, for a listener. */
  public Object resource() {
    return resource;
  }

  /**
   * Processes accepted messages in the order of their arrival and sends the confirmations whose
   * time has come, each once; answers whether there was anything to do.
   */
  public boolean tick() {
    ticking.lock();
    try {
      boolean processed = processing.processWaiting();
      boolean sent = delivery.sendDue();
      return processed || sent;
    } finally {
      ticking.unlock();
    }
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
