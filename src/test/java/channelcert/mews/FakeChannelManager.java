package channelcert.mews;

import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.channelmanager.api.InventoryApi;
import channelcert.contract.channelmanager.api.NotificationApi;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A channel manager that keeps what it is sent, in order, and answers what a test tells it to. */
public final class FakeChannelManager implements AutoCloseable {
  public static final SimpleResponse ACCEPTED = AnswerMapper.accepted();
  public static final SimpleResponse ACCEPTED_FOR_LATER =
      SimpleResponse.builder().success(true).asyncConfirmation(true).build();

  public final List<Object> received = new CopyOnWriteArrayList<>();
  private final Queue<SimpleResponse> answers = new ConcurrentLinkedQueue<>();
  private final Listener listener;
  private volatile Runnable beforeAnswer = () -> {};
  private volatile Runnable beforeNotified = () -> {};

  public FakeChannelManager() {
    listener =
        Listener.start(
            ListenerSettings.loopback(0, java.time.Clock.systemUTC()),
            List.of(new Pushes(this), new Notifications(this)));
  }

  public Map<String, URI> endpoints() {
    return Map.of(
        "updateAvailability", address("updateAvailability"),
        "updatePrices", address("updatePrices"),
        "updateRestrictions", address("updateRestrictions"),
        "changeNotification", address("changeNotificaton"));
  }

  private URI address(String operation) {
    return URI.create(listener.uri() + "/" + operation);
  }

  /** Answers of the next pushes; then everything is accepted. */
  public void answerNext(SimpleResponse... next) {
    answers.addAll(List.of(next));
  }

  /** Runs once while the next push is in flight. */
  public void whileInFlight(Runnable action) {
    beforeAnswer =
        () -> {
          beforeAnswer = () -> {};
          action.run();
        };
  }

  /** Runs once while the next change notification is in flight. */
  public void whileNotified(Runnable action) {
    beforeNotified =
        () -> {
          beforeNotified = () -> {};
          action.run();
        };
  }

  /** What was received of a type. */
  public <T> List<T> received(Class<T> type) {
    return received.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public static SimpleResponse refusal(
      int code, @Nullable String rateCode, @Nullable String categoryCode) {
    return SimpleResponse.builder()
        .success(false)
        .errors(
            List.of(
                Error.builder()
                    .code(ErrorCode.of(code))
                    .message("Not wanted here: " + code)
                    .rateCode(rateCode)
                    .categoryCode(categoryCode)
                    .build()))
        .build();
  }

  private SimpleResponse answer(Object request) {
    received.add(request);
    beforeAnswer.run();
    SimpleResponse next = answers.poll();
    return next == null ? ACCEPTED : next;
  }

  @Override
  public void close() {
    listener.close();
  }

  /** The three updates. */
  public static final class Pushes implements InventoryApi {
    private final FakeChannelManager owner;

    Pushes(FakeChannelManager owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse updateAvailability(UpdateAvailabilityRequest request) {
      return owner.answer(request);
    }

    @Override
    public SimpleResponse updatePrices(UpdatePricesRequest request) {
      return owner.answer(request);
    }

    @Override
    public SimpleResponse updateRestrictions(UpdateRestrictionsRequest request) {
      return owner.answer(request);
    }
  }

  /** Change notifications, always accepted. */
  public static final class Notifications implements NotificationApi {
    private final FakeChannelManager owner;

    Notifications(FakeChannelManager owner) {
      this.owner = owner;
    }

    @Override
    public SimpleResponse changeNotificaton(ChangeNotificationRequest request) {
      owner.received.add(request);
      owner.beforeNotified.run();
      return ACCEPTED;
    }
  }
}
