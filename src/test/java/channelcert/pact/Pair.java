package channelcert.pact;

import channelcert.channelmanager.ChannelManagerSettings;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.contract.Reply;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.client.DriverClient;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.control.ControlSettings;
import channelcert.mews.control.ControlSide;
import channelcert.mews.control.Journal;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Both sides, started and connected as the pacts assume: the tokens are theirs, and nothing is
 * pushed unless a state asks for it.
 */
final class Pair implements AutoCloseable {
  private static final String CONNECTION = "CONN-1";
  private static final String CLIENT_TOKEN = "MEWS-AT-CHM";
  private static final String CONTROL_TOKEN = "control-token-of-the-pacts";
  private static final String MEWS_CLIENT_TOKEN = "CHM-AT-MEWS";

  private final SentMessages sent = new SentMessages();
  private final Database mewsData;
  private final Database channelManagerData;
  private final MewsSide mews;
  private final ChannelManagerSide channelManager;
  private final ControlSide control;
  private final JsonCaller caller = caller(CLIENT_TOKEN);
  private final JsonCaller controlCaller = caller(CONTROL_TOKEN);
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
        MewsSide.start(
            MewsSettings.loopback(mewsData, Clock.systemUTC(), Pair::newId).withRecorder(sent));
    control =
        ControlSide.start(
            new ControlSettings(
                "127.0.0.1",
                0,
                CONTROL_TOKEN,
                mews,
                mewsData,
                new Journal(Clock.systemUTC(), 100, 1 << 20),
                List.of(),
                Clock.systemUTC()));
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
    mapAnew(connect());
  }

  URI mewsUrl() {
    return mews.url();
  }

  URI channelManagerUrl() {
    return channelManager.url();
  }

  /** What the Mews side sent, as it went over the wire. */
  SentMessages sent() {
    return sent;
  }

  /** What puts the channel manager into the states of its pact. */
  States channelManagerStates() {
    return channelManagerStates(channelManagerDriver());
  }

  /** The same by a driver that stands before its own. */
  States channelManagerStates(URI otherDriver) {
    return new ChannelManagerStates(caller, otherDriver, mews.url());
  }

  URI channelManagerDriver() {
    return channelManager.driverUrl();
  }

  /** What puts the Mews side into the states of its pact. */
  States mewsStates() {
    return new MewsStates(controlCaller, control.url());
  }

  private String connect() {
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
            7,
            7,
            5000));
    return property.employeeEmail();
  }

  /** Has the channel manager read and map what the property sells now, as it does on a notice. */
  void mapAnew(String employeeEmail) {
    done(
        driver.setUpConnection(
            at("setUpConnection"),
            new SetUpConnectionCommand(CONNECTION, employeeEmail, Pricing.GROSS)));
  }

  private URI at(String operation) {
    return URI.create(channelManager.driverUrl() + "/" + operation);
  }

  private static <A> void done(Reply<A> reply) {
    if (reply instanceof Reply.Failed<A> failed) {
      throw new IllegalStateException(failed.reason());
    }
  }

  private static JsonCaller caller(String token) {
    return new JsonCaller(
        Direction.DRIVER, Recorder.NONE, Clock.systemUTC(), Duration.ofSeconds(20), 1 << 22, token);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    caller.close();
    controlCaller.close();
    control.close();
    channelManager.close();
    mews.close();
    channelManagerData.close();
    mewsData.close();
  }
}
