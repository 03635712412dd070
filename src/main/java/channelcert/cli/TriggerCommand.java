package channelcert.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a running Mews side do or show something. */
@Command(
    name = "trigger",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    description = {
      "Has the Mews side of a running `serve` do or show something, through its control API.",
      "Run it in the folder of serve, or name the process with --data, or with --management-url"
          + " and --control-token (CHANNELCERT_MANAGEMENT_URL, CHANNELCERT_CONTROL_TOKEN)."
    },
    subcommands = {
      TriggerPushes.FullUpdate.class,
      TriggerPushes.Delta.class,
      TriggerPushes.Pause.class,
      TriggerPushes.Resume.class,
      TriggerPushes.UnknownCategory.class,
      TriggerPushes.UnknownRate.class,
      TriggerPushes.Withdraw.class,
      TriggerPushes.InventConfirmation.class,
      TriggerInventory.Availability.class,
      TriggerInventory.Prices.class,
      TriggerInventory.Restrictions.class,
      TriggerSwitches.Enable.class,
      TriggerSwitches.Disable.class,
      TriggerBlock.class,
      TriggerConnection.Switch.class,
      TriggerConnection.Reservations.class,
      TriggerConnection.Map.class,
      TriggerStaff.Book.class,
      TriggerStaff.Move.class,
      TriggerStaff.Cancel.class,
      TriggerStaff.Bookings.class,
      TriggerFail.class,
      TriggerReading.Messages.class,
      TriggerReading.Notices.class,
      TriggerReading.Bookings.class,
      TriggerReading.Connections.class,
    },
    footer = {
      "",
      "Exit codes: 0 done; 2 wrong usage, or refused by the Mews side; 3 not reachable."
    })
final class TriggerCommand implements Runnable {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to trigger: " + String.join(", ", spec.subcommands().keySet()));
  }
}
