package channelcert.management;

import channelcert.http.Fault;
import channelcert.http.FaultForm;
import java.util.Map;

/** A telling status, and the reason in the form of a state. */
final class ManagementFaultForm implements FaultForm {
  @Override
  public FaultAnswer answer(Fault fault, String path) {
    return new FaultAnswer(
        status(fault.kind()), Map.of("status", "REFUSED", "reason", fault.message()));
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
