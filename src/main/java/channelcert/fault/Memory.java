package channelcert.fault;

import channelcert.fault.Step.Action;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What went through a proxy so far and tells which test is running: the orders to the driver, and
 * the token that the candidate uses towards Mews. Only small messages are read for it.
 */
public final class Memory {
  private static final Map<String, Action> ORDERS =
      Map.of(
          "sendBooking", Action.SEND,
          "modifyBooking", Action.MODIFY,
          "cancelBooking", Action.CANCEL,
          "sendInvalidBooking", Action.SEND_INVALID);

  private final Map<String, Step> bookings = new ConcurrentHashMap<>();
  private volatile String pricing = Step.GROSS;
  private volatile @Nullable String mewsClientToken;

  /** Takes note of a request before it is carried. */
  void note(Request request) {
    switch (request.endpoint().operation()) {
      case "sendBooking", "modifyBooking", "cancelBooking", "sendInvalidBooking" ->
          Tree.read(request.body()).ifPresent(order -> ordered(request.endpoint(), order));
      case "setUpConnection", "choosePricing" ->
          Tree.read(request.body()).ifPresent(order -> pricing = order.path("pricing").asText());
      case "getProperties", "getConfiguration" ->
          Tree.read(request.body()).ifPresent(asked -> mewsClientToken = tokenOf(asked));
      default -> {}
    }
  }

  /** Whether the extranet was told to work with net prices. */
  boolean showsNet() {
    return pricing.equals(Step.NET);
  }

  /** Whether a message is about a booking whose last order the condition knows. */
  boolean isAbout(JsonNode message, Predicate<Step> condition) {
    Step step = bookings.get(message.path("channelManagerId").asText());
    return step != null && condition.test(step);
  }

  /** The token that the candidate uses towards Mews, once it was seen. */
  Optional<String> mewsClientToken() {
    return Optional.ofNullable(mewsClientToken);
  }

  private void ordered(Endpoint endpoint, ObjectNode order) {
    Action action = ORDERS.getOrDefault(endpoint.operation(), Action.SEND);
    JsonNode booking = action == Action.CANCEL ? order : order.path("booking");
    bookings.merge(
        booking.path("channelManagerId").asText(),
        Step.made(booking, action),
        (known, made) -> known.then(action));
  }

  private static String tokenOf(JsonNode asked) {
    return asked.path("clientToken").asText();
  }
}
