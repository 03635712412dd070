package channelcert.journey.api;

import channelcert.contract.portal.Problem;
import channelcert.journey.cases.StepRefused;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/** From refusals to the form of the portal's API. */
final class ProblemMapper implements ExceptionMapper<PortalRefusal> {
  @Override
  public Response toResponse(PortalRefusal refusal) {
    return answer(refusal.status(), String.valueOf(refusal.getMessage()), refusal.field());
  }

  /** The same for the rules of the cases. */
  static final class OfSteps implements ExceptionMapper<StepRefused> {
    @Override
    public Response toResponse(StepRefused refused) {
      int status =
          switch (refused.reason()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
          };
      return answer(status, String.valueOf(refused.getMessage()), refused.field());
    }
  }

  private static Response answer(int status, String message, @Nullable String field) {
    return Response.status(status)
        .entity(problem(message, field))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  /** The body of a refusal, to be written as JSON. */
  static Object problem(String message, @Nullable String field) {
    return Problem.builder().message(message).field(field).build();
  }
}
