package channelcert.channelmanager.driver;

import channelcert.channelmanager.availabilityblock.BlockCheck;
import channelcert.channelmanager.availabilityblock.BlockContent;
import channelcert.channelmanager.availabilityblock.BlockUnready;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Lookup;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.reservation.BookingCheck;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.Ordered;
import channelcert.contract.driver.AskedStay;
import channelcert.contract.driver.BlockCommand;
import channelcert.contract.driver.BlockKindsCommand;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BookableStay;
import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.CancelBlockCommand;
import channelcert.contract.driver.CancelBookingCommand;
import channelcert.contract.driver.ChooseAnswersCommand;
import channelcert.contract.driver.ChoosePricingCommand;
import channelcert.contract.driver.ConnectionCommand;
import channelcert.contract.driver.ConnectionMapping;
import channelcert.contract.driver.ErrorLog;
import channelcert.contract.driver.MappedPair;
import channelcert.contract.driver.PairsCommand;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReadAriCommand;
import channelcert.contract.driver.ReadBookabilityCommand;
import channelcert.contract.driver.ReadBookingsCommand;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.StoredAri;
import channelcert.contract.driver.StoredBlocks;
import channelcert.contract.driver.StoredBookings;
import channelcert.contract.driver.api.DriverApi;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** The driver API below {@code /driver}. */
@Path("/driver")
public final class DriverResource implements DriverApi {
  private static final int MAX_NIGHTS = 3700;

  private final DriverParts parts;
  private final AriMapper ari;

  public DriverResource(DriverParts parts) {
    this.parts = parts;
    this.ari = new AriMapper(parts.inventory());
  }

  @Override
  public ConnectionMapping setUpConnection(SetUpConnectionCommand command) {
    Lookup<List<Pair>> pairs =
        parts.setup().setUp(command.connectionToken(), command.email(), side(command.pricing()));
    return switch (pairs) {
      case Lookup.Missed<List<Pair>>(String reason) -> throw DriverRefusal.conflict(reason);
      case Lookup.Found<List<Pair>>(List<Pair> mapped) ->
          ConnectionMapping.builder()
              .mappings(mapped.stream().map(DriverResource::pair).toList())
              .build();
    };
  }

  @Override
  public void activateConnection(ConnectionCommand command) {
    parts.connections().setActive(connection(command.connectionToken()).id(), true);
  }

  @Override
  public void deactivateConnection(ConnectionCommand command) {
    parts.connections().setActive(connection(command.connectionToken()).id(), false);
  }

  @Override
  public void choosePricing(ChoosePricingCommand command) {
    parts
        .connections()
        .choosePriceSide(connection(command.connectionToken()).id(), side(command.pricing()));
  }

  @Override
  public void enterMaintenance() {
    parts.connections().enterMaintenance(parts.clock().instant());
  }

  @Override
  public void leaveMaintenance() {
    parts.connections().leaveMaintenance();
  }

  @Override
  public void sendBooking(BookingCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    parts.desk().send(connection, checked(connection, command));
  }

  @Override
  public void modifyBooking(BookingCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    BookingDefinition booking = checked(connection, command);
    refuseUnknown(parts.desk().modify(connection, booking), booking.reference());
  }

  @Override
  public void cancelBooking(CancelBookingCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    refuseUnknown(
        parts.desk().cancel(connection, command.channelManagerId()), command.channelManagerId());
  }

  @Override
  public void sendInvalidBooking(BookingCommand command) {
    BookingDefinition booking = BookingMapper.definition(command.booking());
    refuse(BookingCheck.obstacles(booking));
    parts.desk().send(activeConnection(command.connectionToken()), booking);
  }

  @Override
  public StoredAri readAri(ReadAriCommand command) {
    Nights nights = new Nights(command.from(), command.to());
    if (nights.count() < 1 || nights.count() > MAX_NIGHTS) {
      throw DriverRefusal.badRequest(
          "The interval has to be 1 to " + MAX_NIGHTS + " nights long, both ends included.");
    }
    return ari.stored(connection(command.connectionToken()), nights);
  }

  @Override
  public StoredBookings readBookings(ReadBookingsCommand command) {
    Connection connection = connection(command.connectionToken());
    return StoredBookings.builder()
        .bookings(
            IncomingBookingMapper.joined(
                parts.bookings().list(connection.id(), command.channelManagerIds()),
                parts.incoming().list(connection.id()),
                command.channelManagerIds()))
        .build();
  }

  @Override
  public ErrorLog readErrorLog(ConnectionCommand command) {
    Connection connection = connection(command.connectionToken());
    return ErrorLog.builder()
        .entries(parts.errors().newest(connection.id()).stream().map(BookingMapper::entry).toList())
        .build();
  }

  @Override
  public void chooseAnswers(ChooseAnswersCommand command) {
    parts
        .modes()
        .chooseAnswers(
            connection(command.connectionToken()).id(), command.asynchronous(), command.failNext());
  }

  @Override
  public void blockKinds(BlockKindsCommand command) {
    parts
        .modes()
        .block(
            connection(command.connectionToken()).id(),
            command.kinds().stream().map(kind -> PushKind.valueOf(kind.name())).toList());
  }

  @Override
  public void withholdPairs(PairsCommand command) {
    parts.modes().withhold(connection(command.connectionToken()).id(), pairs(command));
  }

  @Override
  public void replaceInventory(PairsCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    if (parts.setup().replaceInventory(connection, pairs(command))
        instanceof Lookup.Missed<List<Pair>>(String reason)) {
      throw DriverRefusal.conflict("Mews did not take the inventory: " + reason);
    }
  }

  @Override
  public channelcert.contract.driver.Bookability readBookability(ReadBookabilityCommand command) {
    Connection connection = connection(command.connectionToken());
    Pair pair = new Pair(command.ratePlanCode(), command.spaceTypeCode());
    return new channelcert.contract.driver.Bookability(
        command.stays().stream().map(stay -> bookable(connection.id(), pair, stay)).toList());
  }

  private BookableStay bookable(long connectionId, Pair pair, AskedStay stay) {
    if (stay.departure().isAfter(stay.arrival().plusDays(MAX_NIGHTS))) {
      throw DriverRefusal.badRequest("A stay may be " + MAX_NIGHTS + " nights long at most.");
    }
    return new BookableStay(
        stay.arrival(),
        stay.departure(),
        parts.bookability().isBookable(connectionId, pair, stay.arrival(), stay.departure()));
  }

  @Override
  public void sendBlock(BlockCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    BlockContent content = checked(connection, command.block());
    parts
        .blockDesk()
        .send(connection, command.block().code(), content, BlockMapper.card(command.block()));
  }

  @Override
  public void modifyBlock(BlockCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    BlockContent content = checked(connection, command.block());
    ready(
        () ->
            parts
                .blockDesk()
                .modify(
                    connection,
                    command.block().code(),
                    content,
                    BlockMapper.card(command.block())));
  }

  @Override
  public void cancelBlock(CancelBlockCommand command) {
    Connection connection = activeConnection(command.connectionToken());
    ready(() -> parts.blockDesk().cancel(connection, command.code()));
  }

  private BlockContent checked(Connection connection, BlockOrder order) {
    BlockContent content = BlockMapper.content(order);
    refuse(
        BlockCheck.problems(
            order.code(), content, parts.configurations().mapping(connection.id())));
    return content;
  }

  private static void ready(Runnable order) {
    try {
      order.run();
    } catch (BlockUnready unready) {
      throw DriverRefusal.conflict(String.valueOf(unready.getMessage()));
    }
  }

  @Override
  public StoredBlocks readBlocks(ConnectionCommand command) {
    Connection connection = connection(command.connectionToken());
    Map<String, String> messages = parts.blockDesk().messages(connection);
    return new StoredBlocks(
        parts.blocks().list(connection.id()).stream()
            .map(block -> BlockMapper.stored(block, messages.get(block.code())))
            .toList());
  }

  private static List<Pair> pairs(PairsCommand command) {
    return command.pairs().stream()
        .map(each -> new Pair(each.ratePlanCode(), each.spaceTypeCode()))
        .toList();
  }

  private Connection connection(String token) {
    return parts
        .connections()
        .find(token)
        .orElseThrow(
            () ->
                DriverRefusal.notFound(
                    "This connection is not set up here; call setUpConnection first."));
  }

  private Connection activeConnection(String token) {
    Connection connection = connection(token);
    if (!connection.active()) {
      throw DriverRefusal.conflict("The connection is inactive; call activateConnection first.");
    }
    return connection;
  }

  private BookingDefinition checked(Connection connection, BookingCommand command) {
    BookingDefinition booking = BookingMapper.definition(command.booking());
    refuse(BookingCheck.problems(booking, parts.configurations().mapping(connection.id())));
    return booking;
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw DriverRefusal.badRequest(String.join(" ", problems));
    }
  }

  private static void refuseUnknown(Ordered ordered, String reference) {
    if (ordered == Ordered.UNKNOWN_BOOKING) {
      throw DriverRefusal.notFound(
          "There is no booking " + reference + " here; send it with sendBooking first.");
    }
  }

  private static PriceSide side(Pricing pricing) {
    return PriceSide.valueOf(pricing.name());
  }

  private static MappedPair pair(Pair pair) {
    return MappedPair.builder()
        .ratePlanCode(pair.ratePlanCode())
        .spaceTypeCode(pair.spaceTypeCode())
        .build();
  }
}
