package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.reservation.Correspondence;
import channelcert.channelmanager.reservation.Delivery;
import channelcert.channelmanager.reservation.DeliveryMapper;
import channelcert.channelmanager.reservation.HeldCard;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.OutgoingMessage;
import channelcert.contract.Caller;
import channelcert.contract.mews.client.AvailabilityBlockClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Blocks on their way to Mews. */
public final class BlockSender implements Correspondence {
  private final AvailabilityBlockClient client;
  private final URI address;
  private final String mewsClientToken;
  private final BlockLetterStore letters;

  /**
   * Makes a sender.
   *
   * @param address of Process availability block, the card proxy included
   * @param mewsClientToken what we present to Mews
   */
  public BlockSender(Caller caller, URI address, String mewsClientToken, BlockLetterStore letters) {
    this.client = new AvailabilityBlockClient(caller);
    this.address = address;
    this.mewsClientToken = mewsClientToken;
    this.letters = letters;
  }

  @Override
  public String operation() {
    return BlockLetterStore.OPERATION;
  }

  @Override
  public Delivery send(OutgoingMessage message, Optional<HeldCard> card) {
    return DeliveryMapper.read(
        client.processAvailabilityBlock(
            address,
            BlockMessageMapper.complete(
                message.body(), mewsClientToken, message.connectionToken(), card.orElse(null))));
  }

  @Override
  public void accepted(OutgoingMessage message) {
    letters.accepted(message);
  }

  @Override
  public void held(OutgoingMessage message, List<LoggedError> failures) {
    letters.held(message, failures);
  }

  @Override
  public void givenUp(OutgoingMessage message, List<LoggedError> failures) {
    letters.givenUp(message, failures);
  }
}
