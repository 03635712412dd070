package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.DEPENDENT_RATE;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
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
  private static final Refusal FAILURE =
      Refusal.of(
          RefusalCode.SYSTEM,
          "The message was accepted but could not be processed. Nothing was stored; please send it"
              + " again later.");

  private final Database database;
  private final MessageStore messages;
  private final ModeStore modes;
  private final PushConfirmationStore confirmations;

  /** Wires the work. */
  public InventoryStore(
      Database database,
      MessageStore messages,
      ModeStore modes,
      PushConfirmationStore confirmations) {
    this.database = database;
    this.messages = messages;
    this.modes = modes;
    this.confirmations = confirmations;
  }

  /** Stores units by space category; answers as this or an earlier delivery was answered. */
  Taken takeAvailability(Receipt receipt, Map<NightKey<String>, Integer> cells) {
    return once(
        receipt,
        dsl -> InventoryStoreTables.AVAILABILITY.write(dsl, receipt.connectionId(), cells));
  }

  /** Stores prices and rules; answers as this or an earlier delivery was answered. */
  Taken takePrices(
      Receipt receipt, Map<NightKey<Pair>, PricedNight> cells, List<DependentRule> rules) {
    return once(
        receipt,
        dsl -> {
          InventoryStoreTables.PRICES.write(dsl, receipt.connectionId(), cells);
          rules.forEach(rule -> write(dsl, receipt.connectionId(), rule));
        });
  }

  /** Stores restrictions; answers as this or an earlier delivery was answered. */
  Taken takeRestrictions(Receipt receipt, Map<NightKey<Pair>, RestrictedNight> cells) {
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

  private Taken once(Receipt receipt, Consumer<DSLContext> writing) {
    return database.transact(
        dsl -> {
          messages.takeLane(dsl, receipt.connectionId(), receipt.kind());
          Optional<List<Refusal>> answered = messages.answer(dsl, receipt);
          if (answered.isPresent()) {
            return new Taken(answered.get(), confirmations.knows(dsl, receipt));
          }
          messages.store(dsl, receipt);
          if (!receipt.refusals().isEmpty()) {
            return new Taken(receipt.refusals(), false);
          }
          if (receipt.responseUrl() == null) {
            writing.accept(dsl);
            return new Taken(List.of(), false);
          }
          process(dsl, receipt, receipt.responseUrl(), writing);
          return new Taken(List.of(), true);
        });
  }

  /** Processes a push whose outcome is confirmed afterwards, unless it was chosen to fail. */
  private void process(
      DSLContext dsl, Receipt receipt, String responseUrl, Consumer<DSLContext> writing) {
    if (modes.takeFailure(dsl, receipt.connectionId())) {
      confirmations.add(dsl, receipt, responseUrl, List.of(FAILURE));
      return;
    }
    writing.accept(dsl);
    confirmations.add(dsl, receipt, responseUrl, List.of());
  }

  private static void write(DSLContext dsl, long connectionId, DependentRule rule) {
    dsl.insertInto(DEPENDENT_RATE)
        .values(connectionId, rule.ratePlanCode(), rule.rule())
        .onConflict(DEPENDENT_RATE.CONNECTION_ID, DEPENDENT_RATE.RATE_PLAN_CODE)
        .doUpdate()
        .set(DEPENDENT_RATE.RULE, rule.rule())
        .execute();
  }

  /** Rules by which rates derive, as they were pushed, by rate plan. */
  public List<DependentRule> dependentRates(long connectionId) {
    return database
        .dsl()
        .selectFrom(DEPENDENT_RATE)
        .where(DEPENDENT_RATE.CONNECTION_ID.eq(connectionId))
        .orderBy(DEPENDENT_RATE.RATE_PLAN_CODE)
        .fetch(row -> new DependentRule(row.getRatePlanCode(), row.getRule()));
  }
}
