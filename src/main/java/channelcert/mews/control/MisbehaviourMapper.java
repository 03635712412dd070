package channelcert.mews.control;

import channelcert.contract.control.Direction;
import channelcert.contract.control.MisbehaviourList;
import channelcert.contract.control.MisbehaviourView;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.misbehaviour.Act;
import channelcert.mews.misbehaviour.Misbehaviour.Used;
import channelcert.mews.misbehaviour.Rule;
import channelcert.mews.misbehaviour.Towards;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of misbehaviour, between the words of the control API and ours. */
final class MisbehaviourMapper {
  private MisbehaviourMapper() {}

  static Rule rule(channelcert.contract.control.Misbehaviour wanted) {
    Integer delay = wanted.delayMillis();
    boolean toMews = wanted.direction() == Direction.TO_MEWS;
    return new Rule(
        wanted.operation(),
        toMews ? Towards.MEWS : Towards.CHANNEL_MANAGER,
        Act.valueOf(wanted.act().name()),
        wanted.count(),
        code(wanted.code()),
        wanted.message(),
        delay == null ? null : Duration.ofMillis(delay));
  }

  private static @Nullable ErrorCode code(@Nullable Integer code) {
    if (code == null) {
      return null;
    }
    return Arrays.stream(ErrorCode.values())
        .filter(known -> known.wire().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ControlRefusal.badRequest(
                    "code " + code + " is no published error code; they are 1 to 14."));
  }

  static MisbehaviourList list(List<Used> rules) {
    return new MisbehaviourList(rules.stream().map(MisbehaviourMapper::view).toList());
  }

  private static MisbehaviourView view(Used used) {
    Rule rule = used.rule();
    ErrorCode code = rule.code();
    Duration delay = rule.delay();
    channelcert.contract.control.Misbehaviour shown =
        channelcert.contract.control.Misbehaviour.builder()
            .operation(rule.operation())
            .direction(
                rule.towards() == Towards.MEWS ? Direction.TO_MEWS : Direction.TO_CHANNEL_MANAGER)
            .act(channelcert.contract.control.Act.valueOf(rule.act().name()))
            .count(rule.count())
            .code(code == null ? null : code.wire())
            .message(rule.message())
            .delayMillis(delay == null ? null : Math.toIntExact(delay.toMillis()))
            .build();
    return new MisbehaviourView(used.id(), shown, used.applied());
  }
}
