package channelcert.mews.message;

import channelcert.contract.Reply;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import java.util.List;

/** Reads what channel managers answer to reports of results and to messages. */
public final class ResultMapper {
  private ResultMapper() {}

  /** What came of reporting a result. */
  public static SentResult read(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Failed<SimpleResponse>(String reason) -> new SentResult.Retry(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> read(answer);
    };
  }

  /** What came of sending a message that is confirmed later. */
  public static OutgoingResult sent(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Failed<SimpleResponse>(String reason) ->
          failed(List.of(Refusal.of(ErrorCode.SYSTEM_ERROR, reason)));
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) ->
          Boolean.TRUE.equals(answer.success())
              ? new OutgoingResult.Accepted()
              : failed(AnswerMapper.refusals(answer.errors(), answer.error()));
    };
  }

  private static OutgoingResult failed(List<Refusal> refusals) {
    return new OutgoingResult.Failed(OutgoingFailure.of(refusals));
  }

  private static SentResult read(SimpleResponse answer) {
    if (Boolean.TRUE.equals(answer.success())) {
      return new SentResult.Delivered();
    }
    List<Refusal> refusals = AnswerMapper.refusals(answer.errors(), answer.error());
    String reason = refusals.getFirst().message();
    boolean passes =
        refusals.stream().allMatch(refusal -> refusal.code() == ErrorCode.SYSTEM_ERROR);
    return passes
        ? new SentResult.Retry(reason)
        : new SentResult.Refused(refusals.getFirst().code().wire(), reason);
  }
}
