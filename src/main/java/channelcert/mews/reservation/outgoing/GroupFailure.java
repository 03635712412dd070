package channelcert.mews.reservation.outgoing;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a channel manager does not take a booking, in its answer or in a later confirmation.
 *
 * @param code published code of the first reason
 * @param reason all reasons, for the property
 */
record GroupFailure(Reaction reaction, int code, String reason) {
  /** What is done about it (domain reference 6.1 and 6.3). */
  enum Reaction {
    /** It passes: sent again soon. */
    RETRY,
    /** Tokens or the connection have to be mended first: sent again later. */
    HOLD,
    /** The same message will never be taken. */
    GIVE_UP
  }

  static GroupFailure of(List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    String reason =
        refusals.stream()
            .map(each -> each.message() + " (code " + each.code().wire() + ")")
            .collect(Collectors.joining(" "));
    return new GroupFailure(reaction(refusals), first.code().wire(), reason);
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
