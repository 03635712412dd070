package channelcert.channelmanager.incoming;

import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.ReservationConfirmation;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Between the published form of bookings from Mews and ours. */
final class IncomingMapper {
  private IncomingMapper() {}

  static GroupMessage message(ProcessGroupToChmRequest request) {
    List<ReservationToChm> reservations =
        request.reservations() == null ? List.of() : request.reservations();
    return new GroupMessage(
        request.messageId(),
        request.responseUrl(),
        request.channelManagerId(),
        reservations.stream()
            .map(
                each ->
                    new GroupMessage.Line(
                        each.confirmationNumber(), each.code(), GroupCheckMapper.isCancelled(each)))
            .toList(),
        write(request.with().clientToken("").connectionToken("").responseUrl("").build()));
  }

  /** A confirmation without tokens, as it is kept. */
  static String confirmation(String messageId, StoredGroup group) {
    return write(
        ProcessGroupConfirmationRequest.builder()
            .clientToken("")
            .connectionToken("")
            .relatedMessageId(messageId)
            .success(true)
            .code(group.reference())
            .reservations(
                group.reservations().stream()
                    .map(each -> new ReservationConfirmation(each.code(), each.number()))
                    .toList())
            .build());
  }

  private static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a message is not writable as JSON", impossible);
    }
  }
}
