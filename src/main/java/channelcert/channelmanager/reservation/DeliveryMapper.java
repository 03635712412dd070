package channelcert.channelmanager.reservation;

import static java.util.stream.Collectors.joining;

import channelcert.contract.Reply;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;
import java.util.stream.Stream;

/** Reads what Mews answers to messages. */
public final class DeliveryMapper {
  private DeliveryMapper() {}

  /** What came of an attempt. */
  public static Delivery read(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Failed<SimpleResponse>(String reason) -> new Delivery.Postponed(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> read(answer);
    };
  }

  private static Delivery read(SimpleResponse answer) {
    if (answer.success()) {
      return new Delivery.Accepted();
    }
    List<Error> errors = errors(answer);
    if (errors.stream().allMatch(error -> error.code() == ErrorCode.SYSTEM_ERROR)) {
      return new Delivery.Postponed(
          "Mews answered: " + errors.stream().map(Error::message).collect(joining("; ")));
    }
    List<ReportedError> reported =
        errors.stream()
            .map(error -> new ReportedError(error.code().wire(), error.message()))
            .toList();
    return !errors.isEmpty() && errors.stream().allMatch(DeliveryMapper::isAboutTheConnection)
        ? new Delivery.Held(reported)
        : new Delivery.Rejected(reported);
  }

  /** Nothing is wrong with the message: connection, token or operation are switched off at Mews. */
  private static boolean isAboutTheConnection(Error error) {
    return switch (error.code().wire()) {
      case 3, 8 -> true;
      case 9 -> error.rateCode() == null;
      default -> false;
    };
  }

  /** The single error of former years is read like one of the list. */
  private static List<Error> errors(SimpleResponse answer) {
    return Stream.concat(
            answer.errors() == null ? Stream.empty() : answer.errors().stream(),
            Stream.ofNullable(answer.error()))
        .toList();
  }
}
