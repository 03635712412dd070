package channelcert.channelmanager.mapping;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;

/** From refusals to the published answer; every answer of this channel manager is final. */
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
        .errors(refusals.stream().map(AnswerMapper::error).toList())
        .build();
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
