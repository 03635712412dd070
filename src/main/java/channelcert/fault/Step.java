package channelcert.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * What the driver was last asked to do with a booking.
 *
 * @param shape what kind of booking it is since it was made
 * @param pricing {@code GROSS} or {@code NET}
 */
record Step(Shape shape, String pricing, Action action) {
  static final String GROSS = "GROSS";
  static final String NET = "NET";

  /** What kind of booking was made. */
  enum Shape {
    SINGLE,
    MULTI,
    WITH_PRODUCT
  }

  /** What happens to it. */
  enum Action {
    SEND,
    MODIFY,
    CANCEL,
    SEND_INVALID
  }

  /** A new booking as ordered. */
  static Step made(JsonNode order, Action action) {
    return new Step(shapeOf(order.path("reservations")), order.path("pricing").asText(), action);
  }

  Step then(Action next) {
    return new Step(shape, pricing, next);
  }

  static Predicate<Step> sent(Shape shape, String pricing) {
    return new Step(shape, pricing, Action.SEND)::equals;
  }

  static Predicate<Step> modified(Shape shape, String pricing) {
    return new Step(shape, pricing, Action.MODIFY)::equals;
  }

  static Predicate<Step> cancelled(Shape shape, String pricing) {
    return new Step(shape, pricing, Action.CANCEL)::equals;
  }

  static Predicate<Step> withProduct() {
    return step -> step.shape() == Shape.WITH_PRODUCT && step.action() == Action.SEND;
  }

  static Predicate<Step> invalid() {
    return step -> step.action() == Action.SEND_INVALID;
  }

  private static Shape shapeOf(JsonNode reservations) {
    if (reservations.valueStream().anyMatch(item -> !item.path("products").isEmpty())) {
      return Shape.WITH_PRODUCT;
    }
    return reservations.size() > 1 ? Shape.MULTI : Shape.SINGLE;
  }
}
