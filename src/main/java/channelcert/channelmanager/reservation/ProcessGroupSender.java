package channelcert.channelmanager.reservation;

import channelcert.contract.Caller;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.client.ReservationClient;
import java.net.URI;
import java.util.Optional;

/** Sends stored group messages, completed by tokens and card. */
public final class ProcessGroupSender {
  private final ReservationClient client;
  private final URI address;
  private final String mewsClientToken;

  /**
   * Makes a sender.
   *
   * @param address of Process group, the card proxy included
   * @param mewsClientToken what we present to Mews
   */
  public ProcessGroupSender(Caller caller, URI address, String mewsClientToken) {
    this.client = new ReservationClient(caller);
    this.address = address;
    this.mewsClientToken = mewsClientToken;
  }

  Delivery send(OutgoingMessage message, Optional<HeldCard> card) {
    ProcessGroupRequest.Builder request =
        ProcessGroupMapper.read(message.body())
            .with()
            .clientToken(mewsClientToken)
            .connectionToken(message.connectionToken());
    card.map(CardMapper::card).ifPresent(request::paymentCard);
    return DeliveryMapper.read(client.processGroup(address, request.build()));
  }
}
