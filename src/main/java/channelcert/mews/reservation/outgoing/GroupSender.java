package channelcert.mews.reservation.outgoing;

import channelcert.contract.Caller;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.channelmanager.client.GroupDeliveryClient;
import channelcert.contract.mews.client.ReservationClient;
import channelcert.mews.Refusal;
import channelcert.mews.message.CodeStore;
import channelcert.mews.message.Outgoing;
import channelcert.mews.message.OutgoingResult;
import channelcert.mews.message.OutgoingSender;
import channelcert.mews.message.ResultMapper;
import channelcert.mews.message.Stored;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends bookings. */
final class GroupSender implements OutgoingSender {
  static final String OPERATION = "processGroup";

  private final GroupDeliveryClient client;
  private final Supplier<URI> mewsUrl;
  private final BiFunction<String, String, Optional<String>> blocks;

  /**
   * Makes a sender.
   *
   * @param mewsUrl root address of the Mews side as channel managers must call it
   * @param blocks what the channel manager of a connection calls the block with a number
   */
  GroupSender(
      Caller caller, Supplier<URI> mewsUrl, BiFunction<String, String, Optional<String>> blocks) {
    this.client = new GroupDeliveryClient(caller);
    this.mewsUrl = mewsUrl;
    this.blocks = blocks;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public OutgoingResult send(
      ConnectionDetails connection, URI address, Outgoing message, CodeStore.Codes codes) {
    ProcessGroupToChmRequest request = complete(connection, message, codes);
    if (isCancellation(request) && request.channelManagerId() == null) {
      return new OutgoingResult.Needless();
    }
    return ResultMapper.sent(client.processGroup(address, request));
  }

  /** A booking is confirmed as a whole or not at all. */
  @Override
  public Optional<String> rest(String content, List<Refusal> refusals) {
    return Optional.empty();
  }

  private ProcessGroupToChmRequest complete(
      ConnectionDetails connection, Outgoing message, CodeStore.Codes codes) {
    ProcessGroupToChmRequest stored =
        Stored.read(message.content(), ProcessGroupToChmRequest.class);
    List<ReservationToChm> reservations = stored.reservations();
    return stored
        .with()
        .clientToken(connection.tokenTowardsChannelManager())
        .connectionToken(connection.token())
        .messageId(Objects.requireNonNull(message.messageId()))
        .responseUrl(mewsUrl.get() + ReservationClient.PROCESS_GROUP_CONFIRMATION.path())
        .channelManagerId(
            stored.channelManagerId() == null ? codes.whole() : stored.channelManagerId())
        .availabilityBlockCode(blockCode(connection, stored))
        .reservations(
            reservations == null
                ? List.of()
                : reservations.stream().map(each -> coded(each, codes.reservations())).toList())
        .build();
  }

  private @Nullable String blockCode(
      ConnectionDetails connection, ProcessGroupToChmRequest stored) {
    String code = stored.availabilityBlockCode();
    String number = stored.availabilityBlockConfirmationNumber();
    return code != null || number == null
        ? code
        : blocks.apply(connection.token(), number).orElse(null);
  }

  private static ReservationToChm coded(ReservationToChm reservation, Map<String, String> codes) {
    String known = reservation.code();
    return reservation
        .with()
        .code(known == null ? codes.get(reservation.confirmationNumber()) : known)
        .build();
  }

  private static boolean isCancellation(ProcessGroupToChmRequest request) {
    return request.reservations() == null || request.reservations().isEmpty();
  }
}
