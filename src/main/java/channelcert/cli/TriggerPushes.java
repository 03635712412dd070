package channelcert.cli;

import channelcert.contract.control.CodeCommand;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.FullUpdateCommand;
import channelcert.contract.control.InventConfirmationCommand;
import channelcert.contract.control.Kind;
import channelcert.contract.control.UnknownCategoryCommand;
import channelcert.contract.control.UnknownRateCommand;
import channelcert.contract.control.client.PushesClient;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Messages to send to a channel manager. */
final class TriggerPushes {
  private TriggerPushes() {}

  /** Pushes nights again. */
  @Command(
      name = "full-update",
      mixinStandardHelpOptions = true,
      description = "Pushes nights again, changed or not.")
  static final class FullUpdate extends Trigger {
    @Option(names = "--from", paramLabel = "DATE", description = "First night (default: today).")
    private @Nullable LocalDate from;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        description = "Last night, included (default: the last of the horizon).")
    private @Nullable LocalDate to;

    @Option(
        names = "--kind",
        arity = "1..3",
        paramLabel = "KIND",
        description = "availability, prices, restrictions (default: all that are switched on).")
    private @Nullable List<Kind> kinds;

    @Override
    void act(ControlCaller control) {
      control.call(
          PushesClient.REQUEST_FULL_UPDATE,
          FullUpdateCommand.builder()
              .connection(connection(control))
              .from(from)
              .to(to)
              .kinds(kinds)
              .build());
      done("The full update is on its way; see `channelcert trigger messages`.");
    }
  }

  /** Pushes a category that nobody knows. */
  @Command(
      name = "unknown-category",
      mixinStandardHelpOptions = true,
      description = "Pushes availability of a category that the channel manager never heard of.")
  static final class UnknownCategory extends Trigger {
    @Parameters(paramLabel = "CODE", description = "A code that nobody uses.")
    private String code = "";

    @Override
    void act(ControlCaller control) {
      control.call(
          PushesClient.PUSH_UNKNOWN_CATEGORY,
          new UnknownCategoryCommand(connection(control), code));
      done("Category %s is pushed; take it away with `trigger withdraw %s`.".formatted(code, code));
    }
  }

  /** Pushes a rate plan that nobody knows. */
  @Command(
      name = "unknown-rate",
      mixinStandardHelpOptions = true,
      description = "Pushes prices of a rate plan that the channel manager never heard of.")
  static final class UnknownRate extends Trigger {
    @Parameters(paramLabel = "CODE", description = "A code that nobody uses.")
    private String code = "";

    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Override
    void act(ControlCaller control) {
      control.call(
          PushesClient.PUSH_UNKNOWN_RATE,
          new UnknownRateCommand(connection(control), code, category));
      done(
          "Rate plan %s is pushed; take it away with `trigger withdraw %s`.".formatted(code, code));
    }
  }

  /** Takes away what was pushed unannounced. */
  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes away what unknown-category or unknown-rate added.")
  static final class Withdraw extends Trigger {
    @Parameters(paramLabel = "CODE", description = "The code that was pushed.")
    private String code = "";

    @Override
    void act(ControlCaller control) {
      control.call(PushesClient.WITHDRAW_UNKNOWN, new CodeCommand(connection(control), code));
      done(code + " is gone.");
    }
  }

  /** Confirms a booking that was never made. */
  @Command(
      name = "invent-confirmation",
      mixinStandardHelpOptions = true,
      description = "Sends Confirm booking once for a booking that was never made.")
  static final class InventConfirmation extends Trigger {
    @Parameters(paramLabel = "BOOKING", description = "Identifier that nobody uses.")
    private String booking = "";

    @Option(
        names = "--reservation",
        paramLabel = "CODE",
        defaultValue = "01",
        description = "Reservation of it (default: ${DEFAULT-VALUE}).")
    private String reservation = "01";

    @Option(
        names = "--number",
        paramLabel = "NUMBER",
        defaultValue = "999001",
        description = "Confirmation number (default: ${DEFAULT-VALUE}).")
    private String number = "999001";

    @Override
    void act(ControlCaller control) {
      control.call(
          PushesClient.INVENT_CONFIRMATION,
          new InventConfirmationCommand(connection(control), booking, reservation, number));
      done("The confirmation was sent; see `channelcert trigger messages`.");
    }
  }

  /** Sends what waits now, without the rest of a pause after failures. */
  @Command(
      name = "delta",
      mixinStandardHelpOptions = true,
      description = "Sends what waits now, without the rest of a pause after failures.")
  static final class Delta extends Trigger {
    @Override
    void act(ControlCaller control) {
      control.call(PushesClient.SEND_DELTA, new ConnectionCommand(connection(control)));
      done("What waits leaves now; see `channelcert trigger messages`.");
    }
  }

  /** Holds every push back until resume; changes are kept. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Holds every push back until resume; changes are kept.")
  static final class Pause extends Trigger {
    @Override
    void act(ControlCaller control) {
      control.call(PushesClient.PAUSE_PUSHES, new ConnectionCommand(connection(control)));
      done("Pushes are held back; let them leave with `channelcert trigger resume`.");
    }
  }

  /** Lets pushes leave again. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets pushes leave again.")
  static final class Resume extends Trigger {
    @Override
    void act(ControlCaller control) {
      control.call(PushesClient.RESUME_PUSHES, new ConnectionCommand(connection(control)));
      done("Pushes leave again.");
    }
  }
}
