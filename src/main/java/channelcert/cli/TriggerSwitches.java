package channelcert.cli;

import channelcert.contract.control.Kind;
import channelcert.contract.control.KindsCommand;
import channelcert.contract.control.client.ConnectionsClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Kinds of inventory, on and off. */
final class TriggerSwitches {
  private TriggerSwitches() {}

  private static List<Kind> orAll(List<Kind> kinds) {
    return kinds.isEmpty() ? List.of(Kind.values()) : kinds;
  }

  /** Switches kinds on. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Switches kinds of inventory on; the whole horizon of them is pushed then.")
  static final class Enable extends Trigger {
    @Parameters(
        paramLabel = "KIND",
        arity = "0..*",
        description = "availability, prices, restrictions; all when absent.")
    private List<Kind> kinds = new ArrayList<>();

    @Override
    void act(ControlCaller control) {
      List<Kind> wanted = orAll(kinds);
      control.call(ConnectionsClient.ENABLE_KINDS, new KindsCommand(connection(control), wanted));
      done("Switched on: " + wanted + ".");
    }
  }

  /** Switches kinds off. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Switches kinds of inventory off; what waits of them is dropped.")
  static final class Disable extends Trigger {
    @Parameters(
        paramLabel = "KIND",
        arity = "0..*",
        description = "availability, prices, restrictions; all when absent.")
    private List<Kind> kinds = new ArrayList<>();

    @Override
    void act(ControlCaller control) {
      List<Kind> wanted = orAll(kinds);
      control.call(ConnectionsClient.DISABLE_KINDS, new KindsCommand(connection(control), wanted));
      done("Switched off: " + wanted + ".");
    }
  }
}
