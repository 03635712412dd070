package channelcert.channelmanager.extranet;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.availabilityblock.BlockStore;
import channelcert.channelmanager.incoming.IncomingStore;
import channelcert.channelmanager.inspector.MessageLog;
import channelcert.channelmanager.inspector.Replay;
import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.ConnectionSetup;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.OfferStore;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.mapping.ProfileStore;
import channelcert.channelmanager.mapping.UpdateRequestClient;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.Outbox;
import channelcert.channelmanager.selling.SalesDesk;
import channelcert.channelmanager.selling.StaySearch;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What the pages reach into.
 *
 * @param wakeWorker called when something waits to be sent or fetched
 */
public record ExtranetParts(
    Access access,
    ProfileStore profiles,
    ConnectionStore connections,
    ConfigurationStore configurations,
    OfferStore offers,
    ConnectionSetup setup,
    UpdateRequestClient updates,
    ModeStore modes,
    InventoryReader inventory,
    BookingHistoryStore bookings,
    IncomingStore incoming,
    BlockStore blocks,
    ErrorLogStore errors,
    Outbox outbox,
    StaySearch search,
    SalesDesk desk,
    MessageLog messages,
    Replay replay,
    Runnable wakeWorker,
    Clock clock) {

  /** The connection that an address names; the page is not found without one. */
  Profile profile(long connectionId) {
    return profiles.find(connectionId).orElseThrow(NotFoundException::new);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
