package channelcert.mews.message;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a channel manager does not take a message, in its answer or in a later confirmation.
 *
 * @param refusals its reasons, at least one
 * @param code published code of the first reason
 * @param reason all reasons, for the property
 */
public record OutgoingFailure(Reaction reaction, List<Refusal> refusals, int code, String reason) {
  /** What is done about it (domain reference 6.1 and 6.3). */
  public enum Reaction {
    /** It passes: sent again soon. */
    RETRY,
    /** Tokens or the connection have to be mended first: sent again later. */
    HOLD,
    /** The same message will never be taken. */
    GIVE_UP
  }

  public static OutgoingFailure of(List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    String reason =
        refusals.stream()
            .map(each -> each.message() + " (code " + each.code().wire() + ")")
            .collect(Collectors.joining(" "));
    return new OutgoingFailure(
        reaction(refusals), List.copyOf(refusals), first.code().wire(), reason);
  }

  private static Reaction reaction(List<Refusal> refusals) {
    if (refusals.stream().allMatch(each -> each.code() == ErrorCode.SYSTEM_ERROR)) {
      return Reaction.RETRY;
    }
    boolean held =
        refusals.stream()
            .anyMatch(
                each ->
                    each.code() == ErrorCode.CONNECTION_NOT_FOUND
                        || each.code() == ErrorCode.INVALID_AUTHENTICATION);
    return held ? Reaction.HOLD : Reaction.GIVE_UP;
  }
}
