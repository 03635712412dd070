package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.ReportedError;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what Mews reports about our blocks. Repetitions change nothing. */
public final class BlockResults {
  private final BlockLetterStore letters;
  private final Clock clock;

  public BlockResults(BlockLetterStore letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * What Mews reports.
   *
   * @param messageId the message that it is about; absent when Mews named none
   * @param code ours of the block
   * @param errors why it failed; empty on success
   */
  record Result(
      @Nullable String messageId,
      String code,
      @Nullable String number,
      boolean success,
      List<ReportedError> errors) {}

  /** Answers the refusals; none when the report was taken. */
  List<Refusal> take(long connectionId, Result result) {
    String messageId = result.messageId();
    if (messageId == null) {
      return invalid(
          "messageId and relatedMessageId are both missing; send the id of the message.");
    }
    String sent = letters.blockOf(connectionId, messageId).orElse(null);
    if (sent == null) {
      return invalid(
          "No availability block was sent with the message '"
              + messageId
              + "' on this connection; send the messageId of the message that is confirmed.");
    }
    if (!sent.equals(result.code())) {
      return List.of(
          Refusal.of(
              RefusalCode.RESERVATION_NOT_FOUND,
              "The message "
                  + messageId
                  + " was about the block "
                  + sent
                  + ", not about "
                  + result.code()
                  + "; do not send this confirmation again."));
    }
    String number = result.number();
    if (result.success() && (number == null || number.isBlank())) {
      return invalid("confirmationNumber: missing; send the number of the block with a success.");
    }
    if (result.success() && number != null) {
      letters.confirmed(connectionId, messageId, sent, number);
    } else {
      letters.refused(connectionId, messageId, sent, failures(result));
    }
    return List.of();
  }

  private List<LoggedError> failures(Result result) {
    return result.errors().stream()
        .map(
            error ->
                new LoggedError(
                    clock.instant(),
                    BlockLetterStore.OPERATION,
                    result.code(),
                    error.code(),
                    error.message()))
        .toList();
  }

  private static List<Refusal> invalid(String message) {
    return List.of(Refusal.of(RefusalCode.VALIDATION, message));
  }
}
