package channelcert.channelmanager.mapping;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;

/** From refusals to the published answer; final unless it says otherwise. */
public final class AnswerMapper {
  private AnswerMapper() {}

  /** Success when there is no refusal. */
  public static SimpleResponse answer(List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return SimpleResponse.builder().success(true).asyncConfirmation(false).build();
    }
    return SimpleResponse.builder()
        .success(false)
        .asyncConfirmation(false)
        .errors(errors(refusals))
        .build();
  }

  /** Taken, with an outcome that is confirmed afterwards. */
  public static SimpleResponse later() {
    return SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  }

  /** The published form of refusals. */
  public static List<Error> errors(List<Refusal> refusals) {
    return refusals.stream().map(AnswerMapper::error).toList();
  }

  private static Error error(Refusal refusal) {
    return Error.builder()
        .code(ErrorCode.of(refusal.code().wire()))
        .message(refusal.message())
        .categoryCode(refusal.spaceTypeCode())
        .rateCode(refusal.ratePlanCode())
        .build();
  }
}
