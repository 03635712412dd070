package channelcert.journey.environment;

import static channelcert.store.journey.Tables.CASE_CONNECTION;
import static channelcert.store.journey.Tables.CASE_OBSERVATION;
import static channelcert.store.journey.Tables.CASE_SECRET_SHOWN;

import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.Environment;
import channelcert.journey.people.SecretTokens;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseConnectionRecord;
import channelcert.store.journey.tables.records.CaseSecretShownRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The connections of the cases, their tokens sealed, and what was seen of them. */
public final class ConnectionStore {
  private final Database database;
  private final Vault vault;

  public ConnectionStore(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** The connections of a case that are not revoked, by number. */
  public List<CaseConnection> of(String caseId, Environment environment) {
    return database
        .dsl()
        .selectFrom(CASE_CONNECTION)
        .where(CASE_CONNECTION.CASE_ID.eq(caseId))
        .and(CASE_CONNECTION.ENVIRONMENT.eq(environment.name()))
        .and(CASE_CONNECTION.REVOKED.isFalse())
        .orderBy(CASE_CONNECTION.NUMBER)
        .fetch(this::read);
  }

  /** The connection that a message with this token belongs to. */
  Optional<CaseConnection> byToken(String connectionToken) {
    return database
        .dsl()
        .fetchOptional(
            CASE_CONNECTION,
            CASE_CONNECTION
                .CONNECTION_HASH
                .eq(SecretTokens.hash(connectionToken))
                .and(CASE_CONNECTION.REVOKED.isFalse()))
        .map(this::read);
  }

  /** The connections of a client. */
  List<CaseConnection> byClient(String clientToken) {
    return database
        .dsl()
        .selectFrom(CASE_CONNECTION)
        .where(CASE_CONNECTION.CLIENT_HASH.eq(SecretTokens.hash(clientToken)))
        .and(CASE_CONNECTION.REVOKED.isFalse())
        .fetch(this::read);
  }

  /** Stores a connection in the transaction of a step. */
  CaseStore.Work add(CaseConnection connection) {
    CaseConnectionRecord row =
        new CaseConnectionRecord()
            .setCaseId(connection.caseId())
            .setEnvironment(connection.environment().name())
            .setNumber(connection.number())
            .setPropertyId(connection.propertyId())
            .setEmployeeEmail(connection.employeeEmail())
            .setSpaceTypeCode(connection.spaceTypeCode())
            .setConnectionHash(SecretTokens.hash(connection.connectionToken()))
            .setConnectionSealed(vault.seal(connection.connectionToken()))
            .setClientHash(SecretTokens.hash(connection.clientToken()))
            .setClientSealed(vault.seal(connection.clientToken()))
            .setRevoked(false);
    return (dsl, found, now) -> dsl.insertInto(CASE_CONNECTION).set(row).execute();
  }

  /** Whether the client token of an environment was shown to somebody. */
  boolean isShown(String caseId, Environment environment) {
    return database
        .dsl()
        .fetchExists(
            CASE_SECRET_SHOWN,
            CASE_SECRET_SHOWN
                .CASE_ID
                .eq(caseId)
                .and(CASE_SECRET_SHOWN.ENVIRONMENT.eq(environment.name())));
  }

  /** Notes to whom the client token of an environment is shown. */
  static CaseStore.Work shown(Environment environment, String personId) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_SECRET_SHOWN)
            .set(new CaseSecretShownRecord(found.id(), environment.name(), personId, now))
            .execute();
  }

  /** Marks every connection of a case as revoked. */
  static CaseStore.Work revokeAll() {
    return (dsl, found, now) ->
        dsl.update(CASE_CONNECTION)
            .set(CASE_CONNECTION.REVOKED, true)
            .where(CASE_CONNECTION.CASE_ID.eq(found.id()))
            .execute();
  }

  /** Notes that something was seen; only the first time counts. */
  void seen(CaseConnection connection, Sight sight, Instant at) {
    database
        .dsl()
        .insertInto(CASE_OBSERVATION)
        .columns(
            CASE_OBSERVATION.CASE_ID,
            CASE_OBSERVATION.ENVIRONMENT,
            CASE_OBSERVATION.NUMBER,
            CASE_OBSERVATION.KIND,
            CASE_OBSERVATION.SEEN_AT)
        .values(
            connection.caseId(),
            connection.environment().name(),
            connection.number(),
            sight.name(),
            at)
        .onConflictDoNothing()
        .execute();
  }

  /** What was seen of a connection. */
  Set<Sight> sights(CaseConnection connection) {
    Set<Sight> sights = EnumSet.noneOf(Sight.class);
    database
        .dsl()
        .select(CASE_OBSERVATION.KIND)
        .from(CASE_OBSERVATION)
        .where(CASE_OBSERVATION.CASE_ID.eq(connection.caseId()))
        .and(CASE_OBSERVATION.ENVIRONMENT.eq(connection.environment().name()))
        .and(CASE_OBSERVATION.NUMBER.eq(connection.number()))
        .fetch(CASE_OBSERVATION.KIND)
        .forEach(kind -> sights.add(Sight.valueOf(kind)));
    return sights;
  }

  private CaseConnection read(CaseConnectionRecord row) {
    return new CaseConnection(
        row.getCaseId(),
        Environment.valueOf(row.getEnvironment()),
        row.getNumber(),
        row.getPropertyId(),
        row.getEmployeeEmail(),
        row.getSpaceTypeCode(),
        vault.open(row.getConnectionSealed()),
        vault.open(row.getClientSealed()));
  }
}
