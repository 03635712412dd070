package channelcert.mews.availabilityblock;

import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.message.MessageHandler;
import channelcert.mews.message.SentResult;
import channelcert.mews.message.Stored;
import channelcert.mews.property.Access;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Connections;
import channelcert.mews.property.Mapping;
import channelcert.mews.property.MappingStore;
import channelcert.mews.property.Property;
import java.time.Clock;

/** Processes accepted block messages and reports their results. */
final class BlockProcessing implements MessageHandler {
  private final Connections connections;
  private final MappingStore mappings;
  private final BlockPrices prices;
  private final BlockProcessingStore processing;
  private final BlockConfirmationSender sender;
  private final Clock clock;

  BlockProcessing(
      Connections connections,
      MappingStore mappings,
      BlockPrices prices,
      BlockProcessingStore processing,
      BlockConfirmationSender sender,
      Clock clock) {
    this.connections = connections;
    this.mappings = mappings;
    this.prices = prices;
    this.processing = processing;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public String operation() {
    return BlockStore.OPERATION;
  }

  @Override
  public void process(AcceptedMessage message) {
    Access.Granted access = connections.find(message.connectionToken()).orElseThrow();
    Property property = access.property();
    Mapping mapping = mappings.mapping(message.connectionToken());
    BlockMessage sent = BlockMessageMapper.toMessage(message.content());
    processing.process(
        message,
        property.id(),
        (known, origin, freeNumber, findings) -> {
          BlockRules rules =
              new BlockRules(
                  property, mapping.categories().keySet(), mapping.ratePlans().keySet(), findings);
          Block after =
              new BlockChange(rules, findings, property.id(), clock.instant())
                  .decide(known, sent, origin, freeNumber);
          return after == null ? null : after.with(prices.completed(property, after.definition()));
        });
  }

  @Override
  public void giveUp(AcceptedMessage message) {
    processing.giveUp(message);
  }

  @Override
  public SentResult report(ConnectionDetails connection, String result) {
    return sender.send(connection, Stored.read(result, BlockResult.class));
  }
}
