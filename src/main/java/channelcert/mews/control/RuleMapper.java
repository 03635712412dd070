package channelcert.mews.control;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The rules of the Mews side refuse by this exception what the caller can mend. */
final class RuleMapper implements ExceptionMapper<IllegalArgumentException> {
  private static final int BAD_REQUEST = 400;

  @Override
  public Response toResponse(IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    String sentence = message.isEmpty() ? "The order makes no sense" : upper(message);
    return ProblemMapper.answer(BAD_REQUEST, sentence.endsWith(".") ? sentence : sentence + ".");
  }

  private static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
