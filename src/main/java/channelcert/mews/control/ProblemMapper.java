package channelcert.mews.control;

import channelcert.contract.control.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** From refusals to the form of the control API. */
final class ProblemMapper implements ExceptionMapper<ControlRefusal> {
  @Override
  public Response toResponse(ControlRefusal refusal) {
    return answer(refusal.status(), String.valueOf(refusal.getMessage()));
  }

  static Response answer(int status, String message) {
    return Response.status(status)
        .entity(problem(message))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  /** The body of a refusal, to be written as JSON. */
  static Object problem(String message) {
    return Problem.builder().message(message).build();
  }
}
