package channelcert.mews.reservation;

import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.message.MessageHandler;
import channelcert.mews.message.SentResult;
import channelcert.mews.message.Stored;
import channelcert.mews.property.Access;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.group.GroupChange;
import channelcert.mews.reservation.group.GroupMessage;
import channelcert.mews.reservation.group.House;

/** Processes accepted bookings and confirms them. */
final class GroupProcessing implements MessageHandler {
  static final String OPERATION = "processGroup";

  private final Connections connections;
  private final ProcessingStore processing;
  private final GroupConfirmationSender sender;

  GroupProcessing(
      Connections connections, ProcessingStore processing, GroupConfirmationSender sender) {
    this.connections = connections;
    this.processing = processing;
    this.sender = sender;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public void process(AcceptedMessage message) {
    Access.Granted access = connections.find(message.connectionToken()).orElseThrow();
    GroupMessage group = ContentMapper.toMessage(message.content());
    processing.process(
        message,
        access.property().id(),
        group,
        (known, channels, block, numbers) -> {
          House house =
              new House(
                  access.property(), access.connection().certifiedForSources(), channels, block);
          return new GroupChange(house, numbers).decide(known, group);
        });
  }

  @Override
  public void giveUp(AcceptedMessage message) {
    processing.giveUp(message);
  }

  @Override
  public SentResult report(ConnectionDetails connection, String result) {
    return sender.send(connection, Stored.read(result, Confirmation.class));
  }
}
