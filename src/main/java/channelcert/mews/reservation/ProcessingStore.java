package channelcert.mews.reservation;

import channelcert.mews.inventory.AvailabilityLedger;
import channelcert.mews.reservation.group.AvailabilityEffect;
import channelcert.mews.reservation.group.Decision;
import channelcert.mews.reservation.group.Group;
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
  private final Clock clock;
  private final MessageStore messages;
  private final GroupStore groups;
  private final ChannelStore channels;
  private final ConfirmationStore confirmations;

  ProcessingStore(Database database, AvailabilityLedger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.messages = new MessageStore(database);
    this.groups = new GroupStore(database);
    this.channels = new ChannelStore(database);
    this.confirmations = new ConfirmationStore(database);
  }

  /** Decides what a message does. */
  @FunctionalInterface
  interface Decider {
    Decision decide(@Nullable Group known, Set<Integer> channels, Supplier<String> numbers);
  }

  /** Stores what the message does and queues its confirmation. */
  void process(AcceptedMessage message, String propertyId, Decider decider) {
    database.run(
        transaction -> {
          Group known = groups.find(transaction, message).orElse(null);
          ConfirmationNumberStore numbers = new ConfirmationNumberStore(transaction, propertyId);
          Decision decision = decider.decide(known, channels.codes(transaction), numbers::next);
          if (decision instanceof Decision.Changed changed) {
            numbers.save();
            channels.learn(transaction, changed.newChannels());
            groups.save(transaction, message, propertyId, changed.group());
            groups.warn(
                transaction, message, adjust(transaction, propertyId, known, changed.group()));
          }
          groups.warn(transaction, message, decision.warnings());
          finish(transaction, message, Confirmation.of(message, decision));
        });
  }

  /** Gives a message up after a fault of our own, so that others are not held up. */
  void giveUp(AcceptedMessage message) {
    database.run(transaction -> finish(transaction, message, Confirmation.systemError(message)));
  }

  private void finish(DSLContext transaction, AcceptedMessage message, Confirmation confirmation) {
    confirmations.queue(transaction, message.connectionToken(), confirmation, clock.instant());
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
