package channelcert.mews.misbehaviour;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

/** The failure that a rule orders, in the published form. */
final class OrderedAnswerMapper {
  private static final String OURS =
      "This failure was ordered for a test; nothing was processed. Send the message again later.";

  private OrderedAnswerMapper() {}

  static Response failure(Rule rule) {
    ErrorCode code = Objects.requireNonNull(rule.code());
    String message = Objects.requireNonNullElse(rule.message(), OURS);
    return Response.ok(AnswerMapper.refused(Refusal.of(code, message)))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
