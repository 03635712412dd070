package channelcert.mews.property;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.inventory.InventoryKey;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.InventoryStore;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PendingStore;
import channelcert.mews.property.Property.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The connections that a change concerns, and what the change makes necessary on them, in the
 * transaction of the caller.
 */
final class ConnectedStore {
  private final DSLContext transaction;
  private final Instant now;

  ConnectedStore(DSLContext transaction, Instant now) {
    this.transaction = transaction;
    this.now = now;
  }

  /**
   * A connection that is not deleted.
   *
   * @param horizon nights that it is told of
   */
  record Connected(String token, String propertyId, Nights horizon) {}

  /**
   * Locks the property of a connection.
   *
   * @throws IllegalArgumentException when the connection is unknown or deleted
   */
  Connected lock(String token) {
    Connected found = one(token);
    InventoryStore.lock(transaction, found.propertyId());
    return one(token);
  }

  private Connected one(String token) {
    return where(CONNECTION.TOKEN.eq(token)).stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no connection with the given token"));
  }

  /**
   * Locks a property; answers its connections.
   *
   * @throws IllegalArgumentException when there is no such property
   */
  List<Connected> lockProperty(String propertyId) {
    InventoryStore.lock(transaction, propertyId);
    Checks.require(
        transaction.fetchExists(PROPERTY, PROPERTY.ID.eq(propertyId)),
        "there is no property with the id " + propertyId);
    return where(CONNECTION.PROPERTY_ID.eq(propertyId));
  }

  private List<Connected> where(Condition which) {
    return transaction
        .select(
            CONNECTION.TOKEN, CONNECTION.PROPERTY_ID, CONNECTION.HORIZON_DAYS, PROPERTY.TIME_ZONE)
        .from(CONNECTION)
        .join(PROPERTY)
        .on(PROPERTY.ID.eq(CONNECTION.PROPERTY_ID))
        .where(which)
        .andNot(CONNECTION.DELETED)
        .orderBy(CONNECTION.TOKEN)
        .fetch(
            row ->
                new Connected(
                    row.value1(),
                    row.value2(),
                    Nights.of(LocalDate.ofInstant(now, ZoneId.of(row.value4())), row.value3())));
  }

  /** Has those of the keys pushed that the connection receives. */
  void mark(Connected connection, InventoryKind kind, Collection<InventoryKey> keys) {
    new PendingStore(transaction).markKeys(connection.token(), kind, connection.horizon(), keys);
  }

  /** Has everything of the kinds pushed. */
  void markAll(Connected connection, Set<InventoryKind> kinds) {
    new PendingStore(transaction).markAll(connection.token(), kinds, connection.horizon());
  }

  /** Has the channel manager told that the configuration changed. */
  void tell(Connected connection) {
    new NoticeStore(transaction).tellChannelManager(connection.token(), ChangeType.UPDATED);
  }

  static List<InventoryKey> keys(Collection<Pair> pairs) {
    return pairs.stream()
        .map(pair -> new InventoryKey(pair.spaceTypeCode(), pair.ratePlanCode()))
        .toList();
  }
}
