package channelcert.cli;

import channelcert.contract.control.Act;
import channelcert.contract.control.BehaveCommand;
import channelcert.contract.control.Direction;
import channelcert.contract.control.Misbehaviour;
import channelcert.contract.control.MisbehaviourList;
import channelcert.contract.control.MisbehaviourView;
import channelcert.contract.control.client.MisbehaviourClient;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has calls of an operation go wrong. */
@Command(
    name = "fail",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Has the next calls of an operation go wrong, for example:",
      "  trigger fail processGroup --code 1 --count 2",
      "  trigger fail updatePrices --act twice",
      "Shows the rules when no operation is named; --none forgets them."
    })
final class TriggerFail extends Trigger {
  @Parameters(
      arity = "0..1",
      paramLabel = "OPERATION",
      description = "Published name of the operation.")
  private @Nullable String operation;

  @Option(
      names = "--act",
      defaultValue = "error",
      description =
          "error, delay, no_answer, drop_before, drop_after, twice (default: ${DEFAULT-VALUE}).")
  private Act act = Act.ERROR;

  @Option(names = "--code", description = "Published error code of an error (default: 1).")
  private @Nullable Integer code;

  @Option(names = "--message", description = "Message of an error.")
  private @Nullable String message;

  @Option(names = "--delay", paramLabel = "MILLIS", description = "Wait, or longest silence.")
  private @Nullable Integer delay;

  @Option(names = "--count", description = "How many calls (default: all).")
  private @Nullable Integer count;

  @Option(
      names = "--towards",
      paramLabel = "SIDE",
      description =
          "mews or channel-manager: whose operation is meant, where both have one of the name"
              + " (default: that of the channel manager for twice, else that of Mews).")
  private @Nullable String towards;

  @Option(names = "--none", description = "Everything goes right again.")
  private boolean none;

  @Override
  void act(ControlCaller control) {
    if (none) {
      control.call(MisbehaviourClient.BEHAVE, BehaveCommand.builder().build());
      done("Everything goes right again.");
      return;
    }
    MisbehaviourList rules =
        operation == null
            ? control.call(MisbehaviourClient.LIST_MISBEHAVIOURS, null)
            : control.call(MisbehaviourClient.MISBEHAVE, rule(operation));
    show(
        rules,
        rules.misbehaviours().stream().map(TriggerFail::line).toList(),
        "Everything goes right.");
  }

  private Misbehaviour rule(String operation) {
    return Misbehaviour.builder()
        .operation(operation)
        .direction(direction(operation))
        .act(act)
        .count(count)
        .code(code == null && act == Act.ERROR ? Integer.valueOf(1) : code)
        .message(message)
        .delayMillis(delay)
        .build();
  }

  private Direction direction(String operation) {
    if (towards == null) {
      boolean pushed =
          List.of("updateAvailability", "updatePrices", "updateRestrictions", "confirmGroup")
                  .contains(operation)
              || operation.equals("changeNotificaton");
      return pushed || act == Act.TWICE ? Direction.TO_CHANNEL_MANAGER : Direction.TO_MEWS;
    }
    return switch (towards) {
      case "mews" -> Direction.TO_MEWS;
      case "channel-manager" -> Direction.TO_CHANNEL_MANAGER;
      default ->
          throw UserError.usage("--towards is mews or channel-manager, not '" + towards + "'");
    };
  }

  private static String line(MisbehaviourView used) {
    Misbehaviour rule = used.rule();
    return "%d  %s %s: %s%s%s, %s, applied %d times"
        .formatted(
            used.id(),
            rule.operation(),
            rule.direction().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            rule.act().name().toLowerCase(Locale.ROOT),
            rule.code() == null ? "" : " " + rule.code(),
            rule.delayMillis() == null ? "" : " " + rule.delayMillis() + " ms",
            rule.count() == null ? "all calls" : rule.count() + " calls",
            used.applied());
  }
}
