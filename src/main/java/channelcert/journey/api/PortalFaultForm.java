package channelcert.journey.api;

import channelcert.http.Fault;
import channelcert.http.FaultForm;

/** Problems with a telling status. */
final class PortalFaultForm implements FaultForm {
  @Override
  public FaultAnswer answer(Fault fault, String path) {
    return new FaultAnswer(status(fault.kind()), ProblemMapper.problem(fault.message(), null));
  }

  private static int status(Fault.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case TOO_LARGE -> 413;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case INTERNAL -> 500;
    };
  }
}
