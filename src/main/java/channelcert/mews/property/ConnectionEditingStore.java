package channelcert.mews.property;

import static channelcert.store.mews.Tables.CLIENT_TOKEN;
import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.CONNECTION_ENDPOINT;
import static channelcert.store.mews.Tables.CONNECTION_KIND;
import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.MAPPED_RATE;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PendingStore;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.mews.property.Property.Pair;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.ClientTokenRecord;
import channelcert.store.mews.tables.records.ConnectionRecord;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Edits connections, each change in one transaction with what it triggers. */
public final class ConnectionEditingStore implements ConnectionEditing {
  private final Database database;
  private final Clock clock;
  private final Supplier<String> ids;

  public ConnectionEditingStore(Database database, Clock clock, Supplier<String> ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Connection create(NewConnection wanted, Set<String> categories) {
    Checks.atLeast("horizonDays", wanted.horizonDays(), 1);
    Checks.atLeast("chunkDays", wanted.chunkDays(), 1);
    Checks.atLeast("maxItems", wanted.maxItems(), 1);
    List<String> known =
        database
            .dsl()
            .selectFrom(SPACE_CATEGORY)
            .where(SPACE_CATEGORY.PROPERTY_ID.eq(wanted.propertyId()))
            .fetch(SPACE_CATEGORY.CODE);
    Checks.require(
        known.containsAll(categories),
        "the property has the categories " + known + ", not all of " + categories);
    String given = wanted.connectionToken();
    String token = given == null ? ids.get() : given;
    Checks.require(
        !database.dsl().fetchExists(CONNECTION, CONNECTION.TOKEN.eq(token)),
        "connectionToken is used by another connection; give another one or none");
    return new ConnectionStore(database).create(wanted, token, categories);
  }

  /** Changes a locked connection. */
  private void edit(String token, BiConsumer<DSLContext, Connected> change) {
    database.run(
        transaction ->
            change.accept(
                transaction, new ConnectedStore(transaction, clock.instant()).lock(token)));
  }

  /** Changes the mapping of a locked connection. */
  private void map(String token, BiConsumer<MappingEditingStore, Connected> change) {
    edit(
        token,
        (transaction, connection) ->
            change.accept(
                new MappingEditingStore(
                    transaction, new ConnectedStore(transaction, clock.instant())),
                connection));
  }

  @Override
  public void enable(String token) {
    edit(
        token,
        (transaction, connection) -> {
          if (switchTo(transaction, token, true)) {
            PendingStore pending = new PendingStore(transaction);
            pending.resume(token);
            pending.markAll(token, EnumSet.allOf(InventoryKind.class), connection.horizon());
            cover(transaction, token, connection.horizon().last());
            tell(transaction, token, ChangeType.ACTIVATED);
          }
        });
  }

  @Override
  public void disable(String token) {
    edit(
        token,
        (transaction, connection) -> {
          if (switchTo(transaction, token, false)) {
            dropPending(transaction, token);
            tell(transaction, token, ChangeType.DEACTIVATED);
          }
        });
  }

  @Override
  public void delete(String token) {
    edit(
        token,
        (transaction, connection) -> {
          dropPending(transaction, token);
          transaction
              .deleteFrom(CONNECTION_KIND)
              .where(CONNECTION_KIND.CONNECTION_TOKEN.eq(token))
              .execute();
          unmapAll(transaction, token);
          transaction
              .update(CONNECTION)
              .set(CONNECTION.ACTIVE, false)
              .set(CONNECTION.DELETED, true)
              .setNull(CONNECTION.COVERED_UNTIL)
              .where(CONNECTION.TOKEN.eq(token))
              .execute();
          tell(transaction, token, ChangeType.DELETED);
        });
  }

  private static void unmapAll(DSLContext transaction, String token) {
    transaction.deleteFrom(MAPPED_PAIR).where(MAPPED_PAIR.CONNECTION_TOKEN.eq(token)).execute();
    transaction.deleteFrom(MAPPED_RATE).where(MAPPED_RATE.CONNECTION_TOKEN.eq(token)).execute();
    transaction
        .deleteFrom(MAPPED_CATEGORY)
        .where(MAPPED_CATEGORY.CONNECTION_TOKEN.eq(token))
        .execute();
  }

  private static boolean switchTo(DSLContext transaction, String token, boolean active) {
    return transaction
            .update(CONNECTION)
            .set(CONNECTION.ACTIVE, active)
            .where(CONNECTION.TOKEN.eq(token).and(CONNECTION.ACTIVE.ne(active)))
            .execute()
        > 0;
  }

  private static void dropPending(DSLContext transaction, String token) {
    PendingStore pending = new PendingStore(transaction);
    for (InventoryKind kind : InventoryKind.values()) {
      pending.unmarkKind(token, kind);
    }
    pending.resume(token);
  }

  private static void cover(DSLContext transaction, String token, LocalDate last) {
    transaction
        .update(CONNECTION)
        .set(CONNECTION.COVERED_UNTIL, last)
        .where(CONNECTION.TOKEN.eq(token))
        .execute();
  }

  private static void tell(DSLContext transaction, String token, ChangeType type) {
    new NoticeStore(transaction).tellChannelManager(token, type);
  }

  @Override
  public void enableKind(String token, InventoryKind kind) {
    Nights[] horizon = new Nights[1];
    edit(token, (transaction, connection) -> horizon[0] = connection.horizon());
    Set<InventoryKind> kinds = EnumSet.of(kind);
    kinds.addAll(SwitchStore.enabledKinds(database.dsl(), token));
    new SwitchStore(database).enable(token, kinds, horizon[0]);
  }

  @Override
  public void category(String token, String code, Mapped wanted) {
    map(token, (mapping, connection) -> mapping.category(connection, code, wanted));
  }

  @Override
  public void ratePlan(String token, String code, Mapped wanted) {
    map(token, (mapping, connection) -> mapping.ratePlan(connection, code, wanted));
  }

  @Override
  public void pair(String token, Pair pair, boolean mapped) {
    map(token, (mapping, connection) -> mapping.pair(connection, pair, mapped));
  }

  @Override
  public void endpoints(String token, Map<String, URI> endpoints) {
    edit(
        token,
        (transaction, connection) -> {
          transaction
              .deleteFrom(CONNECTION_ENDPOINT)
              .where(CONNECTION_ENDPOINT.CONNECTION_TOKEN.eq(token))
              .execute();
          transaction.batchInsert(ConnectionStore.endpointRows(endpoints, token)).execute();
        });
  }

  @Override
  public void limits(String token, int horizonDays, int chunkDays, int maxItems) {
    Checks.atLeast("horizonDays", horizonDays, 1);
    Checks.atLeast("chunkDays", chunkDays, 1);
    Checks.atLeast("maxItems", maxItems, 1);
    edit(
        token,
        (transaction, connection) -> {
          ConnectionRecord row = transaction.fetchSingle(CONNECTION, CONNECTION.TOKEN.eq(token));
          row.setHorizonDays(horizonDays).setChunkDays(chunkDays).setMaxItems(maxItems);
          extend(transaction, row, Nights.of(connection.horizon().first(), horizonDays));
          row.store();
        });
  }

  private static void extend(DSLContext transaction, ConnectionRecord row, Nights horizon) {
    LocalDate covered = row.getCoveredUntil();
    if (covered == null) {
      return;
    }
    if (covered.isBefore(horizon.last())) {
      Nights entered = new Nights(covered.plusDays(1), horizon.last());
      new PendingStore(transaction)
          .markAll(row.getToken(), EnumSet.allOf(InventoryKind.class), entered);
    }
    row.setCoveredUntil(horizon.last());
  }

  @Override
  public void receiveDependentRates(String token, boolean asRules) {
    edit(
        token,
        (transaction, connection) -> {
          transaction
              .update(CONNECTION)
              .set(CONNECTION.RECEIVES_DEPENDENT_RATES, asRules)
              .where(CONNECTION.TOKEN.eq(token))
              .execute();
          PriceRules rules = new PriceRulesStore(transaction).read(connection.propertyId());
          new RuleEditingStore(transaction, new ConnectedStore(transaction, clock.instant()))
              .markRates(
                  connection,
                  rules.dependentRates().stream().map(DependentRate::ratePlanCode).toList());
        });
  }

  @Override
  public void takeReservations(String token, boolean taken) {
    edit(
        token,
        (transaction, connection) ->
            transaction
                .update(CONNECTION)
                .set(CONNECTION.TAKES_RESERVATIONS, taken)
                .where(CONNECTION.TOKEN.eq(token))
                .execute());
  }

  @Override
  public String issueClientToken(String token) {
    String issued = ids.get();
    edit(
        token,
        (transaction, connection) -> {
          transaction.executeInsert(new ClientTokenRecord(token, issued));
          newest(transaction, token, issued);
        });
    return issued;
  }

  @Override
  public void revokeClientToken(String token, String clientToken) {
    edit(
        token,
        (transaction, connection) -> {
          int revoked =
              transaction
                  .deleteFrom(CLIENT_TOKEN)
                  .where(CLIENT_TOKEN.CONNECTION_TOKEN.eq(token))
                  .and(CLIENT_TOKEN.TOKEN.eq(clientToken))
                  .execute();
          Checks.require(revoked > 0, "the client token does not open the connection");
        });
  }

  private static void newest(DSLContext transaction, String token, String issued) {
    transaction
        .update(CONNECTION)
        .set(CONNECTION.TOKEN_TOWARDS_MEWS, issued)
        .where(CONNECTION.TOKEN.eq(token))
        .execute();
  }

  @Override
  public void tokenTowardsChannelManager(String token, String clientToken) {
    Checks.name("tokenTowardsChannelManager", clientToken);
    edit(
        token,
        (transaction, connection) ->
            transaction
                .update(CONNECTION)
                .set(CONNECTION.TOKEN_TOWARDS_CHANNEL_MANAGER, clientToken)
                .where(CONNECTION.TOKEN.eq(token))
                .execute());
  }
}
