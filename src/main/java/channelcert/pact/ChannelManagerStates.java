package channelcert.pact;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.driver.BlockKindsCommand;
import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.ChooseAnswersCommand;
import channelcert.contract.driver.ConnectionCommand;
import channelcert.contract.driver.MappedPair;
import channelcert.contract.driver.PairsCommand;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.PushKindName;
import channelcert.contract.driver.ReservationOrder;
import channelcert.contract.driver.client.DriverClient;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States of a channel manager, set by its candidate driver. */
public final class ChannelManagerStates implements States {
  static final LocalDate ARRIVAL = LocalDate.parse("2027-03-01");

  private static final String BOOKED = "a booking was sent";
  private static final String BLOCKED = "a block was sent";

  /** States that leave nothing behind that has to be taken back. */
  private static final Set<String> UNDISTURBING = Set.of(ORDINARY, BOOKED, BLOCKED);

  private final DriverClient driver;
  private final String root;
  private final @Nullable URI mews;
  private final ChannelManagerBlocks blocks;

  /** The connection that is in its ordinary state; empty when none is for sure. */
  private String undisturbed = "";

  /**
   * By a driver.
   *
   * @param root address of the driver
   * @param mews address of the Mews side that the channel manager may answer to; absent: the one of
   *     the examples
   */
  public ChannelManagerStates(Caller caller, URI root, @Nullable URI mews) {
    this.driver = new DriverClient(caller);
    this.root = root.toString().replaceAll("/+$", "");
    this.mews = mews;
    this.blocks = new ChannelManagerBlocks(driver, this::at);
  }

  @Override
  public boolean knows(ProviderState state) {
    return true;
  }

  @Override
  public Map<String, String> set(ProviderState state) {
    String connection = state.text("connectionToken");
    if (!undisturbed.equals(connection)) {
      ordinary(connection);
    }
    undisturbed = UNDISTURBING.contains(state.name()) ? connection : "";
    Map<String, String> told = new HashMap<>();
    if (mews != null) {
      told.put("mewsUrl", mews.toString().replaceAll("/+$", ""));
    }
    switch (state.name()) {
      case ORDINARY, "the connection may be switched by notice" -> {}
      case "the connection is switched off" ->
          done(
              driver.deactivateConnection(
                  at("deactivateConnection"), new ConnectionCommand(connection)));
      case "the channel manager is in maintenance" ->
          done(driver.enterMaintenance(at("enterMaintenance")));
      case "pushes are confirmed afterwards" -> answers(connection, true);
      case "kinds of pushes are switched off" -> kinds(connection, state.texts("kinds"));
      case "a pair is no longer sold" ->
          withhold(
              connection,
              List.of(new MappedPair(state.text("ratePlanCode"), state.text("spaceTypeCode"))));
      case BOOKED -> book(connection, state);
      case BLOCKED -> told.putAll(blocks.send(connection, state));
      default -> throw new StateNotSet("the state '" + state.name() + "' is not known");
    }
    return told;
  }

  /** Whatever an earlier state left behind is taken back. */
  private void ordinary(String connection) {
    done(driver.leaveMaintenance(at("leaveMaintenance")));
    done(driver.activateConnection(at("activateConnection"), new ConnectionCommand(connection)));
    answers(connection, false);
    kinds(connection, List.of());
    withhold(connection, List.of());
  }

  private void answers(String connection, boolean asynchronous) {
    done(
        driver.chooseAnswers(
            at("chooseAnswers"), new ChooseAnswersCommand(connection, asynchronous, false)));
  }

  private void kinds(String connection, List<String> kinds) {
    done(
        driver.blockKinds(
            at("blockKinds"),
            new BlockKindsCommand(connection, kinds.stream().map(PushKindName::valueOf).toList())));
  }

  private void withhold(String connection, List<MappedPair> pairs) {
    done(driver.withholdPairs(at("withholdPairs"), new PairsCommand(connection, pairs)));
  }

  private void book(String connection, ProviderState state) {
    BookingOrder booking =
        BookingOrder.builder()
            .channelManagerId(state.text("channelManagerId"))
            .channelId("EXP-998877")
            .pricing(Pricing.GROSS)
            .currencyCode("EUR")
            .sourceCode(2)
            .customer(new Person("Ada", "Visser"))
            .reservations(
                state.texts("codes").stream().map(code -> reservation(code, state)).toList())
            .build();
    done(driver.sendBooking(at("sendBooking"), new BookingCommand(connection, booking)));
  }

  private static ReservationOrder reservation(String code, ProviderState state) {
    return ReservationOrder.builder()
        .code(code)
        .spaceTypeCode(state.text("spaceTypeCode"))
        .ratePlanCode(state.text("ratePlanCode"))
        .from(ARRIVAL)
        .to(ARRIVAL.plusDays(1))
        .nightAmounts(List.of(new BigDecimal("120.00")))
        .adults(2)
        .children(0)
        .build();
  }

  private URI at(String operation) {
    return URI.create(root + "/" + operation);
  }

  static void done(Reply<?> reply) {
    if (reply instanceof Reply.Failed<?>(String reason)) {
      throw new StateNotSet("the candidate driver could not set the state: " + reason);
    }
  }
}
