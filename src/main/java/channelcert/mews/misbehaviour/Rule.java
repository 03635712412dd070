package channelcert.mews.misbehaviour;

import channelcert.contract.shared.ErrorCode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next calls of an operation.
 *
 * @param operation published name of the operation, for example {@code processGroup}
 * @param count how many calls; absent = all
 * @param code error code of {@link Act#ERROR}, absent for everything else
 * @param message message of {@link Act#ERROR}; absent = one of ours
 * @param delay wait of {@link Act#DELAY}, longest silence of {@link Act#NO_ANSWER}; absent for
 *     everything else
 */
public record Rule(
    String operation,
    Towards towards,
    Act act,
    @Nullable Integer count,
    @Nullable ErrorCode code,
    @Nullable String message,
    @Nullable Duration delay) {
  private static final Set<String> OF_MEWS =
      Set.of(
          "getProperties",
          "getConfiguration",
          "getChannels",
          "setInventory",
          "requestAriUpdate",
          "processAvailabilityConfirmation",
          "processRateConfirmation",
          "processRestrictionConfirmation",
          "processAvailabilityBlockConfirmation",
          "processAvailabilityBlock",
          "processGroup",
          "processGroupConfirmation");

  private static final Set<String> OF_CHANNEL_MANAGER =
      Set.of(
          "updatePrices",
          "updateAvailability",
          "updateRestrictions",
          "confirmGroup",
          "changeNotificaton",
          "processGroup",
          "processAvailabilityBlock",
          "processAvailabilityBlockConfirmation");

  private static final Set<Act> ONLY_TOWARDS_MEWS = Set.of(Act.ERROR, Act.NO_ANSWER);

  /**
   * Checks that the parts fit each other.
   *
   * @throws IllegalArgumentException naming what does not fit, and what would
   */
  public Rule {
    Set<String> known = towards == Towards.MEWS ? OF_MEWS : OF_CHANNEL_MANAGER;
    require(
        known.contains(operation),
        "there is no operation %s towards %s; there are %s"
            .formatted(operation, towards, known.stream().sorted().toList()));
    require(
        towards == Towards.MEWS || !ONLY_TOWARDS_MEWS.contains(act),
        act
            + " is for operations that Mews hosts; towards a channel manager use DELAY,"
            + " DROP_BEFORE, DROP_AFTER or TWICE");
    require(
        towards == Towards.CHANNEL_MANAGER || act != Act.TWICE,
        "TWICE is for operations that the channel manager hosts");
    require(count == null || count > 0, "count is at least 1; leave it out for all calls");
    require((code != null) == (act == Act.ERROR), "a code belongs to ERROR, and only to it");
    require(message == null || act == Act.ERROR, "a message belongs to ERROR");
    require(act != Act.DELAY || delay != null, "DELAY needs delayMillis");
    require(
        delay == null || act == Act.DELAY || act == Act.NO_ANSWER,
        "delayMillis belongs to DELAY and NO_ANSWER");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
