package channelcert.http;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;

/**
 * The form of the published API: HTTP 200 with the error in the body, except for addresses and
 * methods that do not exist.
 */
public final class PublishedFaultForm implements FaultForm {
  @Override
  public FaultAnswer answer(Fault fault, String path) {
    return switch (fault.kind()) {
      case INVALID, TOO_LARGE ->
          new FaultAnswer(200, failure(ErrorCode.VALIDATION_ERROR, fault.message()));
      case NOT_FOUND -> new FaultAnswer(404, failure(ErrorCode.VALIDATION_ERROR, fault.message()));
      case METHOD_NOT_ALLOWED ->
          new FaultAnswer(405, failure(ErrorCode.VALIDATION_ERROR, fault.message()));
      case INTERNAL -> new FaultAnswer(200, failure(ErrorCode.SYSTEM_ERROR, fault.message()));
    };
  }

  private static SimpleResponse failure(ErrorCode code, String message) {
    Error error = Error.builder().code(code).message(message).build();
    return SimpleResponse.builder()
        .success(false)
        .asyncConfirmation(false)
        .errors(List.of(error))
        .build();
  }
}
