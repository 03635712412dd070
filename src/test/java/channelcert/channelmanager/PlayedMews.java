package channelcert.channelmanager;

import channelcert.contract.mews.ConnectionInfo;
import channelcert.contract.mews.GetChannelsRequest;
import channelcert.contract.mews.GetChannelsResponse;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.GetConfigurationResponse;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.GetPropertiesResponse;
import channelcert.contract.mews.InventoryMapping;
import channelcert.contract.mews.PricingMode;
import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.Product;
import channelcert.contract.mews.ProductAmount;
import channelcert.contract.mews.Property;
import channelcert.contract.mews.PropertyInfo;
import channelcert.contract.mews.RatePlan;
import channelcert.contract.mews.RateType;
import channelcert.contract.mews.RequestAriUpdateRequest;
import channelcert.contract.mews.SetInventoryRequest;
import channelcert.contract.mews.SpaceCategory;
import channelcert.contract.mews.SpaceClassification;
import channelcert.contract.mews.api.AvailabilityBlockApi;
import channelcert.contract.mews.api.ConfigurationApi;
import channelcert.contract.mews.api.InventoryApi;
import channelcert.contract.mews.api.PropertyApi;
import channelcert.contract.mews.api.ReservationApi;
import channelcert.contract.shared.Channel;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ExtraPricingType;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Mews as far as a channel manager sees it: a property with two categories and two rates, where NRF
 * is not sold for SGL, and a mailbox for bookings.
 */
public final class PlayedMews implements AutoCloseable {
  public static final String CLIENT_TOKEN = "CHM-AT-MEWS";
  public static final String EMAIL = "partner@canal-house.example";

  public final List<ProcessGroupRequest> groups = new CopyOnWriteArrayList<>();
  final List<GetConfigurationRequest> configurations = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ProcessGroupRequest> arrivals = new LinkedBlockingQueue<>();
  private final BlockingQueue<SimpleResponse> groupAnswers = new LinkedBlockingQueue<>();
  public final List<ProcessGroupConfirmationRequest> confirmations = new CopyOnWriteArrayList<>();
  public final List<ProcessAvailabilityBlockRequest> blocks = new CopyOnWriteArrayList<>();
  public final List<ProcessAvailabilityBlockConfirmationRequest> blockConfirmations =
      new CopyOnWriteArrayList<>();
  private final BlockingQueue<SimpleResponse> confirmationAnswers = new LinkedBlockingQueue<>();
  public final List<ConfirmationRequest> pushConfirmations = new CopyOnWriteArrayList<>();
  private final BlockingQueue<SimpleResponse> pushConfirmationAnswers = new LinkedBlockingQueue<>();

  /** Runs while a configuration is being answered, after what it answers was read. */
  volatile Runnable whileConfigurationIsAnswered = () -> {};

  final List<InventoryMapping> pairs =
      new CopyOnWriteArrayList<>(
          List.of(pair("FLX", "SGL"), pair("FLX", "DBL"), pair("NRF", "DBL")));

  private final List<String> connectionTokens;
  private final Listener listener;

  /** A property with one connection or several. */
  public PlayedMews(String... connectionTokens) {
    this.connectionTokens = List.of(connectionTokens);
    this.listener =
        Listener.start(
            ListenerSettings.loopback(0, Clock.systemUTC()),
            List.of(
                new Properties(),
                new Configurations(),
                new Reservations(),
                new Blocks(),
                new Inventory()));
  }

  /** Root address, without a trailing slash. */
  public URI url() {
    return listener.uri();
  }

  /** What the next group message is answered; success when nothing is prepared. */
  void answerNextGroup(ErrorCode code, String message) {
    groupAnswers.add(failure(code, message));
  }

  /** What the next confirmation of a group is answered; success when nothing is prepared. */
  void answerNextConfirmation(ErrorCode code, String message) {
    confirmationAnswers.add(failure(code, message));
  }

  /** What the next confirmation of a push is answered; success when nothing is prepared. */
  void answerNextPushConfirmation(ErrorCode code, String message) {
    pushConfirmationAnswers.add(failure(code, message));
  }

  /** Where outcomes of pushes are confirmed. */
  public String responseUrl(String operation) {
    return url() + "/api/channelManager/v1/" + operation;
  }

  /** The next group message, absent when none comes in time. */
  @Nullable ProcessGroupRequest awaitGroup(Duration deadline) throws InterruptedException {
    return arrivals.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    listener.close();
  }

  static InventoryMapping pair(String rate, String category) {
    return InventoryMapping.builder().ratePlanCode(rate).spaceTypeCode(category).build();
  }

  private static SimpleResponse failure(ErrorCode code, String message) {
    Error error = Error.builder().code(code).message(message).build();
    return SimpleResponse.builder().success(false).errors(List.of(error)).build();
  }

  private final class Properties implements PropertyApi {
    @Override
    public Object getProperties(GetPropertiesRequest request) {
      if (!request.clientToken().equals(CLIENT_TOKEN)) {
        return failure(ErrorCode.INVALID_AUTHENTICATION, "Unknown client token.");
      }
      List<ConnectionInfo> connections =
          connectionTokens.stream()
              .map(token -> ConnectionInfo.builder().token(token).build())
              .toList();
      PropertyInfo property =
          PropertyInfo.builder()
              .id("canal-house")
              .name("Canal House")
              .connections(request.email().equals(EMAIL) ? connections : null)
              .build();
      return GetPropertiesResponse.builder().success(true).properties(List.of(property)).build();
    }
  }

  private final class Configurations implements ConfigurationApi {
    @Override
    public Object getChannels(GetChannelsRequest request) {
      Channel expedia = Channel.builder().code(2).name("Expedia").build();
      return GetChannelsResponse.builder().success(true).channels(List.of(expedia)).build();
    }

    @Override
    public Object getConfiguration(GetConfigurationRequest request) {
      configurations.add(request);
      List<InventoryMapping> now = List.copyOf(pairs);
      whileConfigurationIsAnswered.run();
      return GetConfigurationResponse.builder()
          .success(true)
          .connectionToken(request.connectionToken())
          .property(property())
          .ratePlans(List.of(rate("FLX"), rate("NRF")))
          .spaceCategories(List.of(category("SGL"), category("DBL")))
          .inventoryMappings(now)
          .products(List.of(breakfast()))
          .build();
    }

    @Override
    public SimpleResponse setInventory(SetInventoryRequest request) {
      return failure(ErrorCode.PROCESSING_ERROR, "Not needed here.");
    }

    private Property property() {
      return Property.builder()
          .name("Canal House")
          .languageCode("en-GB")
          .timeZoneIdentifier("Europe/Amsterdam")
          .spaceCount(22)
          .pricingMode(PricingMode.GROSS)
          .build();
    }

    private RatePlan rate(String code) {
      return RatePlan.builder()
          .code(code)
          .name(code)
          .currencyCode("EUR")
          .isSynchronized(true)
          .rateType(RateType.PUBLIC)
          .build();
    }

    private SpaceCategory category(String code) {
      return SpaceCategory.builder()
          .code(code)
          .name(code)
          .isSynchronized(true)
          .classification(SpaceClassification.DOUBLE_ROOM)
          .spaceCount(10)
          .bedCount(2)
          .build();
    }

    private Product breakfast() {
      ProductAmount amount =
          ProductAmount.builder()
              .currencyCode("EUR")
              .grossValue(new BigDecimal("12.00"))
              .netValue(new BigDecimal("11.01"))
              .taxValues(List.of())
              .build();
      return Product.builder()
          .code("BRK")
          .name("Breakfast")
          .pricing(ExtraPricingType.PER_PERSON_PER_NIGHT)
          .unitAmount(amount)
          .build();
    }
  }

  /** Messages about blocks are answered like groups, their confirmations like those of groups. */
  private final class Blocks implements AvailabilityBlockApi {
    @Override
    public SimpleResponse processAvailabilityBlock(ProcessAvailabilityBlockRequest request) {
      blocks.add(request);
      @Nullable SimpleResponse prepared = groupAnswers.poll();
      return prepared == null ? SimpleResponse.builder().success(true).build() : prepared;
    }

    @Override
    public SimpleResponse processAvailabilityBlockConfirmation(
        ProcessAvailabilityBlockConfirmationRequest request) {
      blockConfirmations.add(request);
      @Nullable SimpleResponse prepared = confirmationAnswers.poll();
      return prepared == null ? SimpleResponse.builder().success(true).build() : prepared;
    }
  }

  private final class Reservations implements ReservationApi {
    @Override
    public SimpleResponse processGroup(ProcessGroupRequest request) {
      groups.add(request);
      arrivals.add(request);
      @Nullable SimpleResponse prepared = groupAnswers.poll();
      return prepared == null ? SimpleResponse.builder().success(true).build() : prepared;
    }

    @Override
    public SimpleResponse processGroupConfirmation(ProcessGroupConfirmationRequest request) {
      confirmations.add(request);
      @Nullable SimpleResponse prepared = confirmationAnswers.poll();
      return prepared == null ? SimpleResponse.builder().success(true).build() : prepared;
    }
  }

  private final class Inventory implements InventoryApi {
    @Override
    public SimpleResponse processAvailabilityConfirmation(ConfirmationRequest request) {
      return confirmed(request);
    }

    @Override
    public SimpleResponse processRateConfirmation(ConfirmationRequest request) {
      return confirmed(request);
    }

    @Override
    public SimpleResponse processRestrictionConfirmation(ConfirmationRequest request) {
      return confirmed(request);
    }

    @Override
    public SimpleResponse requestAriUpdate(RequestAriUpdateRequest request) {
      return SimpleResponse.builder().success(true).build();
    }

    private SimpleResponse confirmed(ConfirmationRequest request) {
      pushConfirmations.add(request);
      @Nullable SimpleResponse prepared = pushConfirmationAnswers.poll();
      return prepared == null ? SimpleResponse.builder().success(true).build() : prepared;
    }
  }
}
