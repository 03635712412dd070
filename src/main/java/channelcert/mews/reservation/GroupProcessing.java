package channelcert.mews.reservation;

import channelcert.mews.property.Access;
import channelcert.mews.property.Connections;
import channelcert.mews.reservation.group.GroupChange;
import channelcert.mews.reservation.group.GroupMessage;
import channelcert.mews.reservation.group.House;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes accepted messages one after the other, in the order of their arrival. */
final class GroupProcessing {
  private static final Logger LOG = LoggerFactory.getLogger(GroupProcessing.class);
  private static final int AT_ONCE = 100;

  private final Connections connections;
  private final MessageStore messages;
  private final ProcessingStore processing;

  GroupProcessing(Connections connections, MessageStore messages, ProcessingStore processing) {
    this.connections = connections;
    this.messages = messages;
    this.processing = processing;
  }

  /** Processes what is waiting, up to a bound; answers whether anything was. */
  boolean processWaiting() {
    int processed = 0;
    Optional<AcceptedMessage> next = messages.next();
    while (next.isPresent() && processed < AT_ONCE) {
      process(next.get());
      processed++;
      next = messages.next();
    }
    return processed > 0;
  }

  private void process(AcceptedMessage message) {
    try {
      decide(message);
    } catch (RuntimeException fault) {
      LOG.error("Booking {} could not be processed", message.channelManagerId(), fault);
      processing.giveUp(message);
    }
  }

  private void decide(AcceptedMessage message) {
    Access.Granted access = connections.find(message.connectionToken()).orElseThrow();
    GroupMessage group = ContentMapper.toMessage(message.content());
    processing.process(
        message,
        access.property().id(),
        (known, channels, numbers) -> {
          House house =
              new House(access.property(), access.connection().certifiedForSources(), channels);
          return new GroupChange(house, numbers).decide(known, group);
        });
  }
}
