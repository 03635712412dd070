package channelcert.mews.property;

import static channelcert.store.mews.Tables.CLIENT_TOKEN;
import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.CONNECTION_ENDPOINT;
import static channelcert.store.mews.Tables.PROPERTY;
import static channelcert.store.mews.Tables.RATE_PLAN;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.InventoryStore;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.ClientTokenRecord;
import channelcert.store.mews.tables.records.ConnectionEndpointRecord;
import channelcert.store.mews.tables.records.ConnectionRecord;
import channelcert.store.mews.tables.records.MappedCategoryRecord;
import channelcert.store.mews.tables.records.MappedPairRecord;
import channelcert.store.mews.tables.records.MappedRateRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/** Connections between properties and channel managers. */
public final class ConnectionStore {
  private final Database database;

  public ConnectionStore(Database database) {
    this.database = database;
  }

  /** Compares secrets in a time that tells nothing about where they differ. */
  static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes a connection with everything of the property mapped, and every operation off.
   *
   * @param token its token, not used by another connection
   */
  public Connection create(NewConnection wanted, String token) {
    return create(wanted, token, Set.of());
  }

  /**
   * Makes a connection for some categories, for example one per space.
   *
   * @param categories codes of the categories to map with their pairs; empty = all
   */
  Connection create(NewConnection wanted, String token, Set<String> categories) {
    database.run(
        transaction -> {
          InventoryStore.lock(transaction, wanted.propertyId());
          transaction.executeInsert(connectionRow(wanted, token));
          List<TableRecord<?>> rows = new ArrayList<>(endpointRows(wanted.endpoints(), token));
          rows.add(new ClientTokenRecord(token, wanted.tokenTowardsMews()));
          rows.addAll(mappingRows(transaction, wanted.propertyId(), token, categories));
          transaction.batchInsert(rows).execute();
          new NoticeStore(transaction).tellChannelManager(token, ChangeType.CREATED);
        });
    return new Connection(token, wanted.propertyId(), wanted.horizonDays());
  }

  private static ConnectionRecord connectionRow(NewConnection wanted, String token) {
    return new ConnectionRecord()
        .setToken(token)
        .setPropertyId(wanted.propertyId())
        .setChannelManagerName(wanted.channelManagerName())
        .setTokenTowardsMews(wanted.tokenTowardsMews())
        .setTokenTowardsChannelManager(wanted.tokenTowardsChannelManager())
        .setCertifiedForSources(wanted.certifiedForSources())
        .setHorizonDays(wanted.horizonDays())
        .setChunkDays(wanted.chunkDays())
        .setMaxItems(wanted.maxItems())
        .setActive(true);
  }

  static List<ConnectionEndpointRecord> endpointRows(Map<String, URI> endpoints, String token) {
    return endpoints.entrySet().stream()
        .map(
            entry ->
                new ConnectionEndpointRecord()
                    .setConnectionToken(token)
                    .setOperation(entry.getKey())
                    .setAddress(entry.getValue().toString()))
        .toList();
  }

  private static List<TableRecord<?>> mappingRows(
      DSLContext transaction, String propertyId, String token, Set<String> categories) {
    List<TableRecord<?>> rows = new ArrayList<>();
    transaction
        .fetch(
            SPACE_CATEGORY,
            SPACE_CATEGORY.PROPERTY_ID.eq(propertyId).and(among(SPACE_CATEGORY.CODE, categories)))
        .forEach(
            row -> rows.add(new MappedCategoryRecord(token, row.getCode(), row.getSynchronised())));
    transaction
        .fetch(RATE_PLAN, RATE_PLAN.PROPERTY_ID.eq(propertyId))
        .forEach(
            row -> rows.add(new MappedRateRecord(token, row.getCode(), row.getSynchronised())));
    transaction
        .fetch(
            SOLD_PAIR,
            SOLD_PAIR.PROPERTY_ID.eq(propertyId).and(among(SOLD_PAIR.SPACE_TYPE_CODE, categories)))
        .forEach(
            row ->
                rows.add(
                    new MappedPairRecord(token, row.getSpaceTypeCode(), row.getRatePlanCode())));
    return rows;
  }

  private static Condition among(Field<String> code, Set<String> categories) {
    return categories.isEmpty() ? DSL.noCondition() : code.in(categories);
  }

  /** The connection as it is now, empty when the token is unknown. */
  public Optional<ConnectionDetails> details(String token) {
    return database
        .dsl()
        .fetchOptional(CONNECTION, CONNECTION.TOKEN.eq(token))
        .map(
            row -> details(row, endpoints(token), SwitchStore.enabledKinds(database.dsl(), token)));
  }

  private static ConnectionDetails details(
      ConnectionRecord row, Map<String, URI> endpoints, Set<InventoryKind> kinds) {
    return new ConnectionDetails(
        row.getToken(),
        row.getPropertyId(),
        row.getChannelManagerName(),
        row.getTokenTowardsMews(),
        row.getTokenTowardsChannelManager(),
        endpoints,
        row.getCertifiedForSources(),
        row.getHorizonDays(),
        row.getChunkDays(),
        row.getMaxItems(),
        kinds,
        row.getActive(),
        row.getReceivesDependentRates(),
        row.getTakesReservations());
  }

  private Map<String, URI> endpoints(String token) {
    return database
        .dsl()
        .selectFrom(CONNECTION_ENDPOINT)
        .where(CONNECTION_ENDPOINT.CONNECTION_TOKEN.eq(token))
        .fetchMap(CONNECTION_ENDPOINT.OPERATION, row -> URI.create(row.getAddress()));
  }

  /** Whether a channel manager with that client token has any connection. */
  public boolean knowsClient(String clientToken) {
    return database
        .dsl()
        .selectDistinct(CLIENT_TOKEN.TOKEN)
        .from(CLIENT_TOKEN)
        .where(CLIENT_TOKEN.TOKEN.eq(clientToken))
        .fetch(CLIENT_TOKEN.TOKEN)
        .stream()
        .anyMatch(known -> same(clientToken, known));
  }

  /** Whether the client token opens the connection. */
  boolean opens(String clientToken, String connectionToken) {
    return database
        .dsl()
        .selectFrom(CLIENT_TOKEN)
        .where(CLIENT_TOKEN.CONNECTION_TOKEN.eq(connectionToken))
        .fetch(CLIENT_TOKEN.TOKEN)
        .stream()
        .anyMatch(known -> same(clientToken, known));
  }

  /** Whether the connection was deleted, and stays for its tokens only. */
  boolean isDeleted(String connectionToken) {
    return database
        .dsl()
        .fetchExists(CONNECTION, CONNECTION.TOKEN.eq(connectionToken).and(CONNECTION.DELETED));
  }

  /**
   * Properties that the employee with the e-mail may access, with the connections of the client.
   */
  public List<Listing> listings(String email, String clientToken) {
    Map<String, Listing> listings = new LinkedHashMap<>();
    database
        .dsl()
        .select(PROPERTY.ID, PROPERTY.NAME, CONNECTION.TOKEN, CLIENT_TOKEN.TOKEN)
        .from(PROPERTY)
        .leftJoin(CONNECTION)
        .on(CONNECTION.PROPERTY_ID.eq(PROPERTY.ID).andNot(CONNECTION.DELETED))
        .leftJoin(CLIENT_TOKEN)
        .on(CLIENT_TOKEN.CONNECTION_TOKEN.eq(CONNECTION.TOKEN))
        .and(CLIENT_TOKEN.TOKEN.eq(clientToken))
        .where(PROPERTY.EMPLOYEE_EMAIL.equalIgnoreCase(email))
        .orderBy(PROPERTY.ID, CONNECTION.TOKEN)
        .forEach(
            row -> {
              Listing listing =
                  listings.computeIfAbsent(
                      row.value1(), id -> new Listing(id, row.value2(), new ArrayList<>()));
              if (row.value4() != null && same(clientToken, row.value4())) {
                listing.connectionTokens().add(row.value3());
              }
            });
    return List.copyOf(listings.values());
  }

  /** What the property was told about a connection, oldest first. */
  public List<Notice> notices(String connectionToken) {
    return new NoticeStore(database.dsl()).notices(connectionToken);
  }

  /** A property with its connections of one client. */
  public record Listing(String propertyId, String name, List<String> connectionTokens) {}
}
