package channelcert.channelmanager.driver;

import channelcert.channelmanager.availabilityblock.BlockDesk;
import channelcert.channelmanager.availabilityblock.BlockStore;
import channelcert.channelmanager.incoming.IncomingStore;
import channelcert.channelmanager.inventory.Bookability;
import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.ModeStore;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.ConnectionSetup;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.reservation.BookingDesk;
import channelcert.channelmanager.reservation.BookingStore;
import channelcert.channelmanager.reservation.ErrorLogStore;
import java.time.Clock;

/** What the driver reaches into. */
public record DriverParts(
    ConnectionStore connections,
    ConfigurationStore configurations,
    ConnectionSetup setup,
    InventoryReader inventory,
    Bookability bookability,
    ModeStore modes,
    BookingDesk desk,
    BookingStore bookings,
    ErrorLogStore errors,
    IncomingStore incoming,
    BlockDesk blockDesk,
    BlockStore blocks,
    Clock clock) {}
