package channelcert.mews.reservation;

import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.message.AcceptedStore;
import channelcert.mews.message.ConfirmationStore;
import channelcert.mews.reservation.BlockLedger.KnownBlock;
import channelcert.mews.reservation.BlockLedger.Pickup;
import channelcert.mews.reservation.group.AvailabilityEffect;
import channelcert.mews.reservation.group.BlockStanding;
import channelcert.mews.reservation.group.Decision;
import channelcert.mews.reservation.group.Group;
import channelcert.mews.reservation.group.GroupMessage;
import channelcert.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Processes messages, each in one transaction: the booking, its availability and the confirmation
 * to send are stored together or not at all.
 */
final class ProcessingStore {
  private final Database database;
  private final AvailabilityLedger ledger;
  private final BlockLedger blocks;
  private final Clock clock;
  private final AcceptedStore messages;
  private final GroupStore groups;
  private final ChannelStore channels;
  private final ConfirmationStore confirmations;

  ProcessingStore(Database database, AvailabilityLedger ledger, BlockLedger blocks, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.blocks = blocks;
    this.clock = clock;
    this.messages = new AcceptedStore(database);
    this.groups = new GroupStore(database);
    this.channels = new ChannelStore(database);
    this.confirmations = new ConfirmationStore(database);
  }

  /** Decides what a message does. */
  @FunctionalInterface
  interface Decider {
    Decision decide(
        @Nullable Group known,
        Set<Integer> channels,
        BlockStanding block,
        Supplier<String> numbers);
  }

  /** Stores what the message does and queues its confirmation. */
  void process(AcceptedMessage message, String propertyId, GroupMessage sent, Decider decider) {
    database.run(
        transaction -> {
          Group known = groups.find(transaction, message).orElse(null);
          Named block = named(transaction, message, propertyId, sent);
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          Decision decision =
              decider.decide(known, channels.codes(transaction), block.standing(), numbers::next);
          if (decision instanceof Decision.Changed changed) {
            numbers.save();
            channels.learn(transaction, changed.newChannels());
            String booking = groups.save(transaction, message, propertyId, changed.group());
            Pickup pickup =
                new Pickup(
                    propertyId,
                    booking,
                    block.number(),
                    changed.group(),
                    message.connectionToken());
            groups.warn(transaction, message, blocks.pickUp(transaction, pickup));
            groups.warn(
                transaction, message, adjust(transaction, propertyId, known, changed.group()));
          }
          groups.warn(transaction, message, decision.warnings());
          finish(transaction, message, Confirmation.of(message, decision));
        });
  }

  /**
   * The block of a booking.
   *
   * @param number absent without a block
   */
  private record Named(@Nullable String number, BlockStanding standing) {}

  /** A booking that is cancelled stays with its block, and so does one whose block is cancelled. */
  private Named named(
      DSLContext transaction, AcceptedMessage message, String propertyId, GroupMessage sent) {
    String before =
        groups
            .booking(transaction, message)
            .flatMap(booking -> blocks.ofBooking(transaction, propertyId, booking))
            .orElse(null);
    return switch (sent) {
      case GroupMessage.Cancellation _ -> new Named(before, BlockStanding.OPEN);
      case GroupMessage.Definition definition -> {
        String code = definition.blockCode();
        yield code == null || code.isBlank()
            ? new Named(null, BlockStanding.UNKNOWN)
            : blocks
                .coded(transaction, message.connectionToken(), code)
                .map(block -> named(block, before))
                .orElse(new Named(null, BlockStanding.UNKNOWN));
      }
    };
  }

  private static Named named(KnownBlock block, @Nullable String before) {
    boolean closed = block.cancelled() && !block.number().equals(before);
    return new Named(block.number(), closed ? BlockStanding.CANCELLED : BlockStanding.OPEN);
  }

  /** Gives a message up after a fault of our own, so that others are not held up. */
  void giveUp(AcceptedMessage message) {
    database.run(transaction -> finish(transaction, message, Confirmation.systemError(message)));
  }

  private void finish(DSLContext transaction, AcceptedMessage message, Confirmation confirmation) {
    confirmations.queue(transaction, message, confirmation, clock.instant());
    messages.processed(transaction, message.id());
  }

  /** Overbooking is accepted; answers what to tell the property about it. */
  private List<String> adjust(
      DSLContext transaction, String propertyId, @Nullable Group known, Group changed) {
    List<String> warnings = new ArrayList<>();
    for (AvailabilityEffect effect : AvailabilityEffect.between(known, changed)) {
      int scarcest =
          ledger.adjust(
              transaction, propertyId, effect.spaceTypeCode(), effect.nights(), effect.units());
      if (effect.units() < 0 && scarcest < 0) {
        warnings.add(
            "Category "
                + effect.spaceTypeCode()
                + " is overbooked between the nights "
                + effect.nights().first()
                + " and "
                + effect.nights().last()
                + " (availability "
                + scarcest
                + ").");
      }
    }
    return warnings;
  }
}
