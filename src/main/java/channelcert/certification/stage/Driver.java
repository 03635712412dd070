package channelcert.certification.stage;

import channelcert.contract.Reply;
import channelcert.contract.driver.AskedStay;
import channelcert.contract.driver.BlockCommand;
import channelcert.contract.driver.BlockKindsCommand;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
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
import channelcert.contract.driver.PushKindName;
import channelcert.contract.driver.ReadAriCommand;
import channelcert.contract.driver.ReadBookabilityCommand;
import channelcert.contract.driver.ReadBookingsCommand;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.driver.StoredAri;
import channelcert.contract.driver.StoredBookings;
import channelcert.contract.driver.client.DriverClient;
import channelcert.mews.inventory.Nights;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The driver of the candidate, bound to the connection of the run. Every method throws {@link
 * DriverUnavailable} where the candidate has no driver or the driver refuses; every call is
 * recorded as direction DRIVER.
 */
public final class Driver {
  /**
   * Status of an operation that does not exist; 404 with words says that something else does not.
   */
  private static final Pattern MISSING = Pattern.compile("HTTP (501|405|404)(?! instead of \\d+:)");

  private final DriverClient client;
  private final @Nullable URI root;
  private final String connectionToken;

  /**
   * Binds a driver.
   *
   * @param root address of the driver from the candidate file; absent where it has none
   */
  public Driver(DriverClient client, @Nullable URI root, String connectionToken) {
    this.client = client;
    this.root = root;
    this.connectionToken = connectionToken;
  }

  /** Whether the candidate has a driver at all. */
  public boolean present() {
    return root != null;
  }

  /** Has the candidate fetch the property and map it; answers the mapping in force. */
  public ConnectionMapping setUpConnection(String email, Pricing pricing) {
    return done(
        "setUpConnection",
        client.setUpConnection(
            at("setUpConnection"), new SetUpConnectionCommand(connectionToken, email, pricing)));
  }

  public void activateConnection() {
    ack(
        "activateConnection",
        client.activateConnection(
            at("activateConnection"), new ConnectionCommand(connectionToken)));
  }

  public void deactivateConnection() {
    ack(
        "deactivateConnection",
        client.deactivateConnection(
            at("deactivateConnection"), new ConnectionCommand(connectionToken)));
  }

  /** Has the extranet work with gross or with net prices from the next push on. */
  public void choosePricing(Pricing pricing) {
    ack(
        "choosePricing",
        client.choosePricing(
            at("choosePricing"), new ChoosePricingCommand(connectionToken, pricing)));
  }

  public void enterMaintenance() {
    ack("enterMaintenance", client.enterMaintenance(at("enterMaintenance")));
  }

  public void leaveMaintenance() {
    ack("leaveMaintenance", client.leaveMaintenance(at("leaveMaintenance")));
  }

  public void sendBooking(BookingOrder booking) {
    ack(
        "sendBooking",
        client.sendBooking(at("sendBooking"), new BookingCommand(connectionToken, booking)));
  }

  public void modifyBooking(BookingOrder booking) {
    ack(
        "modifyBooking",
        client.modifyBooking(at("modifyBooking"), new BookingCommand(connectionToken, booking)));
  }

  public void cancelBooking(String channelManagerId) {
    ack(
        "cancelBooking",
        client.cancelBooking(
            at("cancelBooking"), new CancelBookingCommand(connectionToken, channelManagerId)));
  }

  /** Has the candidate send a booking that breaks a business rule, exactly as ordered. */
  public void sendInvalidBooking(BookingOrder booking) {
    ack(
        "sendInvalidBooking",
        client.sendInvalidBooking(
            at("sendInvalidBooking"), new BookingCommand(connectionToken, booking)));
  }

  /** What the extranet shows of the nights; judged later from the recorded answer. */
  public StoredAri readAri(Nights nights) {
    return done(
        "readAri",
        client.readAri(
            at("readAri"), new ReadAriCommand(connectionToken, nights.first(), nights.last())));
  }

  public StoredBookings readBookings(List<String> channelManagerIds) {
    return done(
        "readBookings",
        client.readBookings(
            at("readBookings"), new ReadBookingsCommand(connectionToken, channelManagerIds)));
  }

  /** Has pushes confirmed afterwards, and the next one of them fail where that is wanted. */
  public void chooseAnswers(boolean asynchronous, boolean failNext) {
    offered(
        "chooseAnswers",
        at ->
            client.chooseAnswers(
                at, new ChooseAnswersCommand(connectionToken, asynchronous, failNext)));
  }

  /** Has the kinds, and no others, switched off in the extranet. */
  public void blockKinds(List<PushKindName> kinds) {
    offered(
        "blockKinds", at -> client.blockKinds(at, new BlockKindsCommand(connectionToken, kinds)));
  }

  /** Has the pairs, and no others, no longer sold. */
  public void withholdPairs(List<MappedPair> pairs) {
    offered(
        "withholdPairs", at -> client.withholdPairs(at, new PairsCommand(connectionToken, pairs)));
  }

  /** Has the candidate replace its inventory by the pairs. */
  public void replaceInventory(List<MappedPair> pairs) {
    offered(
        "replaceInventory",
        at -> client.replaceInventory(at, new PairsCommand(connectionToken, pairs)));
  }

  /** Asks which stays of the pair could be booked; judged later from the recorded answer. */
  public void readBookability(String ratePlanCode, String spaceTypeCode, List<AskedStay> stays) {
    offered(
        "readBookability",
        at ->
            client.readBookability(
                at,
                new ReadBookabilityCommand(connectionToken, ratePlanCode, spaceTypeCode, stays)));
  }

  /** Has the candidate send a new availability block. */
  public void sendBlock(BlockOrder block) {
    offered("sendBlock", at -> client.sendBlock(at, new BlockCommand(connectionToken, block)));
  }

  /** Has the candidate send the new definition of a block. */
  public void modifyBlock(BlockOrder block) {
    offered("modifyBlock", at -> client.modifyBlock(at, new BlockCommand(connectionToken, block)));
  }

  public void cancelBlock(String code) {
    offered(
        "cancelBlock", at -> client.cancelBlock(at, new CancelBlockCommand(connectionToken, code)));
  }

  /** Asks what the extranet shows of blocks; judged later from the recorded answer. */
  public void readBlocks() {
    offered("readBlocks", at -> client.readBlocks(at, new ConnectionCommand(connectionToken)));
  }

  public ErrorLog readErrorLog() {
    return done(
        "readErrorLog",
        client.readErrorLog(at("readErrorLog"), new ConnectionCommand(connectionToken)));
  }

  /** An operation that not every driver has. */
  private <A> void offered(String operation, Function<URI, Reply<A>> call) {
    if (root == null) {
      throw new NotOffered("The candidate file names no driver that could " + operation + ".");
    }
    if (call.apply(at(operation)) instanceof Reply.Failed<A>(String reason)) {
      if (MISSING.matcher(reason).lookingAt()) {
        throw new NotOffered("The driver does not offer " + operation + ": " + reason + ".");
      }
      throw refused(operation, reason);
    }
  }

  private URI at(String operation) {
    if (root == null) {
      throw new DriverUnavailable(
          "The candidate file names no driver, so nobody could be asked to " + operation + ".");
    }
    String text = root.toString();
    return URI.create((text.endsWith("/") ? text : text + "/") + operation);
  }

  private static <A> A done(String operation, Reply<A> reply) {
    return switch (reply) {
      case Reply.Answered<A> answered -> answered.body();
      case Reply.Failed<A> failed -> throw refused(operation, failed.reason());
    };
  }

  private static void ack(String operation, Reply<Void> reply) {
    if (reply instanceof Reply.Failed<Void> failed) {
      throw refused(operation, failed.reason());
    }
  }

  private static DriverUnavailable refused(String operation, String reason) {
    boolean offered = !MISSING.matcher(reason).lookingAt();
    return new DriverUnavailable("The driver did not " + operation + ": " + reason, offered);
  }
}
