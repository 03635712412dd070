package channelcert.mews.reservation.outgoing;

import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.message.CodeStore;
import channelcert.mews.message.OutgoingConfirmationStore;
import channelcert.mews.message.OutgoingFailure;
import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the confirmations of bookings (domain reference 4.10, 7.2). A late one counts as long as
 * nothing newer was sent; a repeated one changes nothing; both are answered with success.
 */
public final class GroupConfirmationResource {
  private static final int LONGEST_CODE = 500;
  private static final String FORBIDDEN_CODE = "_";

  private final Connections connections;
  private final OutgoingConfirmationStore store;

  GroupConfirmationResource(Connections connections, OutgoingConfirmationStore store) {
    this.connections = connections;
    this.store = store;
  }

  /** Answers a confirmation. */
  public SimpleResponse processGroupConfirmation(ProcessGroupConfirmationRequest request) {
    return switch (connections.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied(Refusal refusal) -> AnswerMapper.refused(refusal);
      case Access.Granted granted -> take(granted.connection().token(), request);
    };
  }

  private SimpleResponse take(String connection, ProcessGroupConfirmationRequest request) {
    if (!request.success()) {
      List<Refusal> refusals = AnswerMapper.refusals(request.errors(), null);
      return answer(
          store.failed(connection, request.relatedMessageId(), OutgoingFailure.of(refusals)),
          request);
    }
    List<String> problems = problems(request);
    if (!problems.isEmpty()) {
      return AnswerMapper.refused(
          problems.stream()
              .map(problem -> Refusal.of(ErrorCode.VALIDATION_ERROR, problem))
              .toList());
    }
    return answer(store.delivered(connection, request.relatedMessageId(), codes(request)), request);
  }

  private static SimpleResponse answer(
      OutgoingConfirmationStore.Found found, ProcessGroupConfirmationRequest request) {
    return switch (found) {
      case MESSAGE -> AnswerMapper.accepted();
      case NOTHING ->
          AnswerMapper.refused(
              Refusal.of(
                  ErrorCode.VALIDATION_ERROR,
                  "relatedMessageId: Mews sent no group with the message '"
                      + request.relatedMessageId()
                      + "' on this connection; send the messageId of the message that is"
                      + " confirmed."));
    };
  }

  private static List<String> problems(ProcessGroupConfirmationRequest request) {
    List<String> problems = new ArrayList<>();
    code(problems, "code", request.code());
    Set<String> codes = new HashSet<>();
    for (ReservationConfirmation pair : pairs(request)) {
      code(problems, "reservations.code", pair.code());
      if (!codes.add(pair.code())) {
        problems.add(
            "reservations.code: '"
                + pair.code()
                + "' is given twice; codes are unique in a group.");
      }
    }
    return problems;
  }

  private static void code(List<String> problems, String field, @Nullable String code) {
    if (code == null || code.isBlank()) {
      problems.add(field + ": missing; send the code that your system gave, when success is true.");
    } else if (code.equals(FORBIDDEN_CODE) || code.length() > LONGEST_CODE) {
      problems.add(
          field
              + ": '"
              + code.substring(0, Math.min(code.length(), 50))
              + "' cannot be a code; send 1 to "
              + LONGEST_CODE
              + " characters, not a single underscore.");
    }
  }

  private static CodeStore.Codes codes(ProcessGroupConfirmationRequest request) {
    Map<String, String> codes = new HashMap<>();
    pairs(request).forEach(pair -> codes.put(pair.confirmationNumber(), pair.code()));
    return new CodeStore.Codes(request.code(), codes);
  }

  private static List<ReservationConfirmation> pairs(ProcessGroupConfirmationRequest request) {
    return request.reservations() == null ? List.of() : request.reservations();
  }
}
