package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.DEPENDENT_RATE;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * ARI of all connections. A push is stored in one transaction together with its answer, and only
 * when it was not answered before.
 */
public final class InventoryStore {
  private final Database database;
  private final MessageStore messages;

  public InventoryStore(Database database, MessageStore messages) {
    this.database = database;
    this.messages = messages;
  }

  /** Stores units by space category; answers as this or an earlier delivery was answered. */
  List<Refusal> takeAvailability(Receipt receipt, Map<NightKey<String>, Integer> cells) {
    return once(
        receipt,
        dsl -> InventoryStoreTables.AVAILABILITY.write(dsl, receipt.connectionId(), cells));
  }

  /** Stores prices and rules; answers as this or an earlier delivery was answered. */
  List<Refusal> takePrices(
      Receipt receipt, Map<NightKey<Pair>, PricedNight> cells, List<DependentRule> rules) {
    return once(
        receipt,
        dsl -> {
          InventoryStoreTables.PRICES.write(dsl, receipt.connectionId(), cells);
          rules.forEach(rule -> write(dsl, receipt.connectionId(), rule));
        });
  }

  /** Stores restrictions; answers as this or an earlier delivery was answered. */
  List<Refusal> takeRestrictions(Receipt receipt, Map<NightKey<Pair>, RestrictedNight> cells) {
    return once(
        receipt,
        dsl -> InventoryStoreTables.RESTRICTIONS.write(dsl, receipt.connectionId(), cells));
  }

  /** Stored nights of the interval, by night. */
  Map<NightKey<String>, Integer> availability(long connectionId, Nights nights) {
    return InventoryStoreTables.AVAILABILITY.read(database.dsl(), connectionId, nights);
  }

  /** Stored nights of the interval, by night. */
  Map<NightKey<Pair>, PricedNight> prices(long connectionId, Nights nights) {
    return InventoryStoreTables.PRICES.read(database.dsl(), connectionId, nights);
  }

  /** Stored nights of the interval, by night. */
  Map<NightKey<Pair>, RestrictedNight> restrictions(long connectionId, Nights nights) {
    return InventoryStoreTables.RESTRICTIONS.read(database.dsl(), connectionId, nights);
  }

  private List<Refusal> once(Receipt receipt, Consumer<DSLContext> writing) {
    return database.transact(
        dsl -> {
          messages.takeLane(dsl, receipt.connectionId(), receipt.kind());
          Optional<List<Refusal>> answered = messages.answer(dsl, receipt);
          if (answered.isPresent()) {
            return answered.get();
          }
          if (receipt.refusals().isEmpty()) {
            writing.accept(dsl);
          }
          messages.store(dsl, receipt);
          return receipt.refusals();
        });
  }

  private static void write(DSLContext dsl, long connectionId, DependentRule rule) {
    dsl.insertInto(DEPENDENT_RATE)
        .values(connectionId, rule.ratePlanCode(), rule.rule())
        .onConflict(DEPENDENT_RATE.CONNECTION_ID, DEPENDENT_RATE.RATE_PLAN_CODE)
        .doUpdate()
        .set(DEPENDENT_RATE.RULE, rule.rule())
        .execute();
  }
}
