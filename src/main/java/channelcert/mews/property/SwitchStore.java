package channelcert.mews.property;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.CONNECTION_KIND;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PendingStore;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.ConnectionKindRecord;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Which kinds of inventory are pushed on each connection. */
public final class SwitchStore {
  private final Database database;

  public SwitchStore(Database database) {
    this.database = database;
  }

  /**
   * Makes the kinds the only ones that are pushed; what is newly pushed is marked for its whole
   * horizon.
   */
  public void enable(String token, Set<InventoryKind> kinds, Nights horizon) {
    database.run(
        transaction -> {
          MappingStore.lock(transaction, token);
          Set<InventoryKind> before = enabledKinds(transaction, token);
          PendingStore pending = new PendingStore(transaction);
          for (InventoryKind kind : InventoryKind.values()) {
            if (before.contains(kind) && !kinds.contains(kind)) {
              disable(transaction, token, kind);
            } else if (!before.contains(kind) && kinds.contains(kind)) {
              transaction.executeInsert(new ConnectionKindRecord(token, kind.name()));
              pending.markAll(token, Set.of(kind), horizon);
            }
          }
          pending.resume(token);
          cover(transaction, token, horizon.last());
          tellWhatChanged(transaction, token, before, kinds);
        });
  }

  /** Stops pushing a kind and drops what waits; answers whether it was pushed. */
  public static boolean disable(DSLContext transaction, String token, InventoryKind kind) {
    new PendingStore(transaction).unmarkKind(token, kind);
    return transaction
            .deleteFrom(CONNECTION_KIND)
            .where(
                CONNECTION_KIND
                    .CONNECTION_TOKEN
                    .eq(token)
                    .and(CONNECTION_KIND.KIND.eq(kind.name())))
            .execute()
        > 0;
  }

  /**
   * Later nights are marked for every kind as they enter the horizon, so only the first end counts.
   */
  private static void cover(DSLContext transaction, String token, LocalDate last) {
    transaction
        .update(CONNECTION)
        .set(CONNECTION.COVERED_UNTIL, last)
        .where(CONNECTION.TOKEN.eq(token))
        .and(CONNECTION.COVERED_UNTIL.isNull())
        .execute();
  }

  private static void tellWhatChanged(
      DSLContext transaction, String token, Set<InventoryKind> before, Set<InventoryKind> kinds) {
    if (before.isEmpty() != kinds.isEmpty() && isActive(transaction, token)) {
      new NoticeStore(transaction)
          .tellChannelManager(
              token, kinds.isEmpty() ? ChangeType.DEACTIVATED : ChangeType.ACTIVATED);
    }
  }

  private static boolean isActive(DSLContext transaction, String token) {
    return transaction.fetchExists(CONNECTION, CONNECTION.TOKEN.eq(token).and(CONNECTION.ACTIVE));
  }

  static Set<InventoryKind> enabledKinds(DSLContext dsl, String token) {
    return dsl
        .selectFrom(CONNECTION_KIND)
        .where(CONNECTION_KIND.CONNECTION_TOKEN.eq(token))
        .fetch(row -> InventoryKind.valueOf(row.getKind()))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
