package channelcert.mews.control;

import static channelcert.store.mews.Tables.CLIENT_TOKEN;
import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.mail.Mailbox;
import channelcert.mews.mail.MailedNotice;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.ConnectionStore;
import channelcert.mews.property.PricingMode;
import channelcert.store.Database;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What there is to control, by name. */
final class ControlStore {
  private final Database database;
  private final ConnectionStore connections;

  ControlStore(Database database) {
    this.database = database;
    this.connections = new ConnectionStore(database);
  }

  /** A property in a list. */
  record Listed(String id, String name, String employeeEmail, PricingMode pricingMode) {}

  List<Listed> properties() {
    return database
        .dsl()
        .selectFrom(PROPERTY)
        .orderBy(PROPERTY.ID)
        .fetch(
            row ->
                new Listed(
                    row.getId(),
                    row.getName(),
                    row.getEmployeeEmail(),
                    PricingMode.valueOf(row.getPricingMode())));
  }

  /**
   * The id of a property that exists.
   *
   * @throws ControlRefusal when there is none with the id
   */
  String known(String propertyId) {
    if (!database.dsl().fetchExists(PROPERTY, PROPERTY.ID.eq(propertyId))) {
      throw ControlRefusal.notFound(
          "There is no property " + propertyId + "; listProperties shows those that exist.");
    }
    return propertyId;
  }

  /** Whether the connection was deleted, and stays for its tokens only. */
  boolean isDeleted(String token) {
    return database
        .dsl()
        .fetchExists(CONNECTION, CONNECTION.TOKEN.eq(token).and(CONNECTION.DELETED));
  }

  /** Client tokens that open the connection. */
  List<String> clientTokens(String token) {
    return database
        .dsl()
        .selectFrom(CLIENT_TOKEN)
        .where(CLIENT_TOKEN.CONNECTION_TOKEN.eq(token))
        .orderBy(CLIENT_TOKEN.TOKEN)
        .fetch(CLIENT_TOKEN.TOKEN);
  }

  /** Tokens of the connections of a property, or of all. */
  List<String> tokens(@Nullable String propertyId) {
    Condition wanted =
        propertyId == null ? DSL.noCondition() : CONNECTION.PROPERTY_ID.eq(propertyId);
    return database
        .dsl()
        .select(CONNECTION.TOKEN)
        .from(CONNECTION)
        .where(wanted)
        .orderBy(CONNECTION.PROPERTY_ID, CONNECTION.TOKEN)
        .fetch(CONNECTION.TOKEN);
  }

  Optional<ConnectionDetails> connection(String token) {
    return connections.details(token);
  }

  List<MailedNotice> notices(String token) {
    return new Mailbox(database).about(token);
  }
}
