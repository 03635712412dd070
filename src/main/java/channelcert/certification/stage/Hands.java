package channelcert.certification.stage;

import channelcert.certification.attend.Form;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Template;
import channelcert.certification.verdict.Attended;
import channelcert.certification.verdict.Message;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Pricing;
import channelcert.http.Json;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Has the candidate act: its driver where it has one that can, else a person. Every method throws
 * {@link DriverUnavailable} where neither does what is needed.
 */
public final class Hands {
  private static final Form SEEN = new Form.Act(true);
  private static final Form SAID = new Form.Act(false);

  private final Driver driver;
  private final People people;
  private final String code;

  /**
   * Binds both.
   *
   * @param code the row that acts
   */
  public Hands(Driver driver, People people, String code) {
    this.driver = driver;
    this.people = people;
    this.code = code;
  }

  public Given sendBooking(BookingOrder order) {
    return booking("sendBooking", "send-booking", "Send a booking", order, driver::sendBooking);
  }

  public Given modifyBooking(BookingOrder order) {
    return booking(
        "modifyBooking", "modify-booking", "Change the booking", order, driver::modifyBooking);
  }

  /** Has the candidate send a booking that breaks a business rule, exactly as ordered. */
  public Given sendInvalidBooking(BookingOrder order) {
    return booking(
        "sendInvalidBooking",
        "send-invalid-booking",
        "Send a wrong booking",
        order,
        driver::sendInvalidBooking);
  }

  public Given cancelBooking(String channelManagerId) {
    return give(
        () -> driver.cancelBooking(channelManagerId),
        () -> {
          ObjectNode order = order().put("channelManagerId", channelManagerId);
          String text = Template.fill("cancel-booking", Map.of("booking", channelManagerId));
          return new Instruction(
              code, "cancelBooking", "Cancel booking " + channelManagerId, text, SEEN, order);
        });
  }

  /** Has the extranet work with gross or with net prices from the next push on. */
  public void choosePricing(Pricing pricing) throws InterruptedException {
    String side = pricing.name().toLowerCase(Locale.ROOT);
    act(
        () -> driver.choosePricing(pricing),
        new Instruction(
            code,
            "choosePricing",
            "Switch to " + side + " prices",
            Template.fill("choose-pricing", Map.of("side", side)),
            SAID,
            order().put("pricing", pricing.name())));
  }

  public void deactivateConnection() throws InterruptedException {
    act(
        driver::deactivateConnection,
        plain("deactivateConnection", "deactivate", "Switch the connection off"));
  }

  public void activateConnection() throws InterruptedException {
    act(
        driver::activateConnection,
        plain("activateConnection", "activate", "Switch the connection on"));
  }

  public void enterMaintenance() throws InterruptedException {
    act(
        driver::enterMaintenance,
        plain("enterMaintenance", "enter-maintenance", "Enter maintenance"));
  }

  public void leaveMaintenance() throws InterruptedException {
    act(
        driver::leaveMaintenance,
        plain("leaveMaintenance", "leave-maintenance", "Leave maintenance"));
  }

  /** Whether anybody, or anything, could carry orders out. */
  public boolean present() {
    return driver.present() || people.attend();
  }

  /** An order about a booking, as the driver would take it. */
  @FunctionalInterface
  private interface Order {
    void take(BookingOrder order);
  }

  private Given booking(
      String operation, String template, String title, BookingOrder order, Order byDriver) {
    return give(
        () -> byDriver.take(order),
        () -> {
          ObjectNode recorded = order();
          recorded.set("booking", Json.mapper().valueToTree(order));
          return new Instruction(
              code,
              operation,
              title + " " + order.channelManagerId(),
              Template.fill(template, BookingText.of(order)),
              SEEN,
              recorded);
        });
  }

  private Given give(Runnable byDriver, Supplier<Instruction> byPerson) {
    return taken(byDriver) ? Given.TO_DRIVER : new Given(people.hand(byPerson.get()));
  }

  /** What cannot be seen on the wire waits until the person says that it is done. */
  private void act(Runnable byDriver, Instruction byPerson) throws InterruptedException {
    if (taken(byDriver)) {
      return;
    }
    Message end = people.ask(byPerson, reply -> order());
    String reason = Attended.reasonNot(List.of(end)).orElse("");
    if (!reason.isEmpty()) {
      throw new Unattended("'" + byPerson.title() + "' was " + reason);
    }
  }

  /** Whether the driver did it; a person is asked only for what it does not offer. */
  private boolean taken(Runnable byDriver) {
    try {
      byDriver.run();
      return true;
    } catch (DriverUnavailable e) {
      if (e.refused() || !people.attend()) {
        throw e;
      }
      return false;
    }
  }

  private Instruction plain(String operation, String template, String title) {
    return new Instruction(
        code, operation, title, Template.fill(template, Map.of()), SAID, order());
  }

  private static ObjectNode order() {
    return JsonNodeFactory.instance.objectNode();
  }
}
