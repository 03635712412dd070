package channelcert.mews.availabilityblock;

import channelcert.contract.Caller;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.NightPriceView;
import channelcert.mews.inventory.Retries;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.message.MessageHandler;
import channelcert.mews.message.Outgoing;
import channelcert.mews.message.OutgoingConfirmationStore;
import channelcert.mews.message.OutgoingSender;
import channelcert.mews.message.OutgoingStore;
import channelcert.mews.property.MappingStore;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyStore;
import channelcert.mews.reservation.BlockLedger;
import channelcert.mews.reservation.group.Findings;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Availability blocks of the Mews side, in both directions. What was accepted or ordered is
 * durable; releases happen when {@link #tick} is called. Safe for many threads.
 */
public final class BlockSide implements BlockDesk {
  private final PropertyStore properties;
  private final BlockPrices prices;
  private final BlockBookStore book;
  private final BlockCodeStore codes;
  private final PickupLedger ledger;
  private final OutgoingStore outgoing;
  private final BlockSender sender;
  private final BlockProcessing processing;
  private final BlockResource resource;
  private final Clock clock;

  /**
   * Makes the side over its database.
   *
   * @param caller sends messages
   * @param mewsUrl root address of the Mews side as channel managers must call it
   */
  public BlockSide(
      Database database,
      PropertyStore properties,
      InventoryStore inventory,
      Clock clock,
      Caller caller,
      Supplier<URI> mewsUrl,
      Retries retries) {
    this.properties = properties;
    this.clock = clock;
    this.outgoing = new OutgoingStore(database);
    this.ledger = new PickupLedger(inventory, outgoing, clock);
    this.prices = new BlockPrices(new NightPriceView(inventory));
    this.book = new BlockBookStore(database, ledger, clock);
    this.codes = new BlockCodeStore(database, ledger, outgoing);
    this.sender =
        new BlockSender(
            caller,
            mewsUrl,
            message -> codes.code(message.connectionToken(), Block.number(message.subject())));
    this.processing =
        new BlockProcessing(
            properties,
            new MappingStore(database),
            prices,
            new BlockProcessingStore(database, ledger, clock),
            new BlockConfirmationSender(caller),
            clock);
    this.resource =
        new BlockResource(
            properties,
            new AcceptedStore(database),
            new OutgoingConfirmationStore(database, sender, retries, clock),
            codes,
            clock);
  }

  /** The operations of this side, for a listener. */
  public Object resource() {
    return resource;
  }

  /** What processes accepted block messages and reports their results. */
  public MessageHandler handler() {
    return processing;
  }

  /** What sends blocks, for the delivery. */
  public OutgoingSender sender() {
    return sender;
  }

  /** What keeps the books while bookings take from blocks. */
  public BlockLedger ledger() {
    return ledger;
  }

  /** What the channel manager of a connection calls the block with the number. */
  public Optional<String> code(String connectionToken, String number) {
    return codes.code(connectionToken, number);
  }

  /** Returns to sale what is released by now; answers whether there was anything to do. */
  public boolean tick() {
    return book.release();
  }

  @Override
  public String create(String propertyId, BlockOrder order) {
    BlockDefinition definition = definition(propertyId, order);
    return book.create(
        propertyId,
        number -> new Block(propertyId, number, null, false, definition, clock.instant()));
  }

  @Override
  public void change(String propertyId, String number, BlockOrder order) {
    BlockDefinition definition = definition(propertyId, order);
    book.change(
        propertyId,
        number,
        known -> {
          require(!known.cancelled(), "block " + number + " was cancelled; make a new one");
          require(
              known.definition().grouping() == definition.grouping(),
              "the pickup type of a block cannot change");
          return known.defined(definition, clock.instant());
        });
  }

  @Override
  public void cancel(String propertyId, String number) {
    book.change(
        propertyId, number, known -> known.cancelled() ? known : known.cancel(clock.instant()));
  }

  private BlockDefinition definition(String propertyId, BlockOrder order) {
    Property property = properties.property(propertyId);
    Findings findings = new Findings();
    BlockDefinition definition =
        new BlockRules(
                property,
                property.categories().stream()
                    .map(Property.SpaceCategory::code)
                    .collect(Collectors.toSet()),
                property.ratePlans().stream()
                    .map(Property.RatePlan::code)
                    .collect(Collectors.toSet()),
                findings)
            .definition(order);
    if (definition == null) {
      throw new IllegalArgumentException(BlockRules.text(findings));
    }
    return prices.completed(property, definition);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public List<BlockState> blocks(String propertyId) {
    return book.states(properties.property(propertyId).id());
  }

  @Override
  public List<Outgoing> messages(String propertyId, String number) {
    return outgoing.about(propertyId, Block.subject(number));
  }
}
