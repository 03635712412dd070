package channelcert.pact;

import channelcert.channelmanager.ChannelManagerSettings;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.contract.Reply;
import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.ConnectionCommand;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReservationOrder;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.client.DriverClient;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Both sides, started and connected as the pacts assume: the tokens are theirs, nothing is sent by
 * itself, so that a state stays as it was put.
 */
final class Pair implements AutoCloseable {
  private static final String CONNECTION = "CONN-1";
  private static final String CLIENT_TOKEN = "MEWS-AT-CHM";
  private static final String MEWS_CLIENT_TOKEN = "CHM-AT-MEWS";

  private final Database mewsData;
  private final Database channelManagerData;
  private final MewsSide mews;
  private final ChannelManagerSide channelManager;
  private final JsonCaller caller =
      new JsonCaller(
          Direction.DRIVER,
          Recorder.NONE,
          Clock.systemUTC(),
          Duration.ofSeconds(20),
          1 << 22,
          CLIENT_TOKEN);
  private final DriverClient driver = new DriverClient(caller);

  /**
   * Starts both sides.
   *
   * @param databases an empty database for both, each with its own schema
   */
  Pair(DatabaseUrl databases) {
    mewsData = Database.open(databases, Part.MEWS);
    channelManagerData = Database.open(databases, Part.CHANNEL_MANAGER);
    mews =
        MewsSide.start(MewsSettings.loopback(mewsData, Clock.systemUTC(), Pair::newId).stopped());
    channelManager =
        ChannelManagerSide.start(
            new ChannelManagerSettings(
                "127.0.0.1",
                0,
                channelManagerData,
                Clock.systemUTC(),
                Pair::newId,
                mews.url(),
                null,
                CLIENT_TOKEN,
                MEWS_CLIENT_TOKEN,
                Duration.ofSeconds(20),
                false,
                Duration.ofSeconds(1)));
    connect();
  }

  URI mewsUrl() {
    return mews.url();
  }

  URI channelManagerUrl() {
    return channelManager.url();
  }

  void switchOn() {
    done(driver.leaveMaintenance(at("leaveMaintenance")));
    done(driver.activateConnection(at("activateConnection"), new ConnectionCommand(CONNECTION)));
  }

  void switchOff() {
    done(driver.leaveMaintenance(at("leaveMaintenance")));
    done(
        driver.deactivateConnection(at("deactivateConnection"), new ConnectionCommand(CONNECTION)));
  }

  void enterMaintenance() {
    switchOn();
    done(driver.enterMaintenance(at("enterMaintenance")));
  }

  /** Has the channel manager know a booking with one reservation; it is not sent. */
  void book(String channelManagerId, String reservationCode) {
    switchOn();
    ReservationOrder reservation =
        ReservationOrder.builder()
            .code(reservationCode)
            .spaceTypeCode("DBL")
            .ratePlanCode("FLX")
            .from(LocalDate.parse("2027-03-01"))
            .to(LocalDate.parse("2027-03-02"))
            .nightAmounts(List.of(new BigDecimal("120.00")))
            .adults(2)
            .children(0)
            .build();
    BookingOrder booking =
        BookingOrder.builder()
            .channelManagerId(channelManagerId)
            .channelId("EXP-998877")
            .pricing(Pricing.GROSS)
            .currencyCode("EUR")
            .sourceCode(2)
            .customer(new Person("Ada", "Visser"))
            .reservations(List.of(reservation))
            .build();
    done(driver.sendBooking(at("sendBooking"), new BookingCommand(CONNECTION, booking)));
  }

  private void connect() {
    var property = mews.createReferenceProperty(PricingMode.GROSS);
    mews.connect(
        new NewConnection(
            CONNECTION,
            property.id(),
            "Reference channel manager",
            MEWS_CLIENT_TOKEN,
            CLIENT_TOKEN,
            Map.copyOf(channelManager.endpoints()),
            true,
            365,
            365,
            5000));
    done(
        driver.setUpConnection(
            at("setUpConnection"),
            new SetUpConnectionCommand(CONNECTION, property.employeeEmail(), Pricing.GROSS)));
  }

  private URI at(String operation) {
    return URI.create(channelManager.driverUrl() + "/" + operation);
  }

  private static <A> void done(Reply<A> reply) {
    if (reply instanceof Reply.Failed<A> failed) {
      throw new IllegalStateException(failed.reason());
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    caller.close();
    channelManager.close();
    mews.close();
    channelManagerData.close();
    mewsData.close();
  }
}
