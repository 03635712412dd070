package channelcert.channelmanager.access;

import static channelcert.store.channelmanager.Tables.EXTRANET_SECRET;

import channelcert.store.Database;
import java.time.Instant;
import java.util.Optional;

/** Hashes of secrets, by name. */
public final class SecretStore {
  private final Database database;

  public SecretStore(Database database) {
    this.database = database;
  }

  Optional<String> hash(String name) {
    return database
        .dsl()
        .select(EXTRANET_SECRET.HASH)
        .from(EXTRANET_SECRET)
        .where(EXTRANET_SECRET.NAME.eq(name))
        .fetchOptional(EXTRANET_SECRET.HASH);
  }

  Optional<Instant> changedAt(String name) {
    return database
        .dsl()
        .select(EXTRANET_SECRET.CHANGED_AT)
        .from(EXTRANET_SECRET)
        .where(EXTRANET_SECRET.NAME.eq(name))
        .fetchOptional(EXTRANET_SECRET.CHANGED_AT);
  }

  void set(String name, String hash, Instant at) {
    database
        .dsl()
        .insertInto(EXTRANET_SECRET)
        .values(name, hash, at)
        .onConflict(EXTRANET_SECRET.NAME)
        .doUpdate()
        .set(EXTRANET_SECRET.HASH, hash)
        .set(EXTRANET_SECRET.CHANGED_AT, at)
        .execute();
  }
}
