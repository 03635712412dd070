package channelcert.cli;

import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.MapCodeCommand;
import channelcert.contract.control.MappingState;
import channelcert.contract.control.ReservationDeliveryCommand;
import channelcert.contract.control.client.ConnectionsClient;
import channelcert.contract.control.client.MappingClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a hotelier changes at a connection as a whole. */
final class TriggerConnection {
  private TriggerConnection() {}

  /** The two positions of a switch. */
  enum Position {
    ON,
    OFF
  }

  /** Switches the whole connection. */
  @Command(
      name = "connection",
      mixinStandardHelpOptions = true,
      description = "Switches a connection as a whole on or off; on pushes its whole horizon.")
  static final class Switch extends Trigger {
    @Parameters(paramLabel = "on|off", description = "on or off.")
    private Position position = Position.ON;

    @Override
    void act(ControlCaller control) {
      control.call(
          position == Position.ON
              ? ConnectionsClient.ENABLE_CONNECTION
              : ConnectionsClient.DISABLE_CONNECTION,
          new ConnectionCommand(connection(control)));
      done("The connection is " + (position == Position.ON ? "on." : "off."));
    }
  }

  /** Takes bookings or not. */
  @Command(
      name = "reservations",
      mixinStandardHelpOptions = true,
      description = "Takes bookings of the channel manager, or refuses them with code 9.")
  static final class Reservations extends Trigger {
    @Parameters(paramLabel = "on|off", description = "on or off.")
    private Position position = Position.ON;

    @Override
    void act(ControlCaller control) {
      control.call(
          ConnectionsClient.SET_RESERVATION_DELIVERY,
          new ReservationDeliveryCommand(connection(control), position == Position.ON));
      done(position == Position.ON ? "Bookings are taken." : "Bookings are refused with code 9.");
    }
  }

  /** Maps and synchronises. */
  @Command(
      name = "map",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Maps, unmaps, synchronises or unsynchronises a category or a rate plan, for example:",
        "  trigger map --rate FLX unsynchronised"
      })
  static final class Map extends Trigger {
    @ArgGroup(multiplicity = "1")
    private Code code = new Code();

    @Parameters(paramLabel = "STATE", description = "not, unsynchronised, synchronised.")
    private MappingState state = MappingState.SYNCHRONISED;

    /** One of the two. */
    static final class Code {
      @Option(names = "--category", paramLabel = "CODE", description = "Category.")
      private @Nullable String category;

      @Option(names = "--rate", paramLabel = "CODE", description = "Rate plan.")
      private @Nullable String rate;
    }

    @Override
    void act(ControlCaller control) {
      String named = code.category == null ? String.valueOf(code.rate) : code.category;
      control.call(
          code.category == null ? MappingClient.MAP_RATE_PLAN : MappingClient.MAP_CATEGORY,
          new MapCodeCommand(connection(control), named, state));
      done(named + " is now mapped: " + state + ".");
    }
  }
}
