package channelcert.channelmanager.access;

import static channelcert.store.channelmanager.Tables.EXTRANET_SESSION;

import channelcert.store.Database;
import java.time.Instant;
import java.util.Optional;

/** Sessions that have not ended, by the hash of their cookie. */
public final class SessionStore {
  private final Database database;

  public SessionStore(Database database) {
    this.database = database;
  }

  /** Adds a session and forgets those that have ended. */
  void add(String tokenHash, String formToken, Instant now, Instant expiresAt) {
    database.run(
        dsl -> {
          dsl.deleteFrom(EXTRANET_SESSION).where(EXTRANET_SESSION.EXPIRES_AT.le(now)).execute();
          dsl.insertInto(EXTRANET_SESSION).values(tokenHash, formToken, expiresAt).execute();
        });
  }

  /** The form token of a session that has not ended. */
  Optional<String> formToken(String tokenHash, Instant now) {
    return database
        .dsl()
        .select(EXTRANET_SESSION.FORM_TOKEN)
        .from(EXTRANET_SESSION)
        .where(EXTRANET_SESSION.TOKEN_HASH.eq(tokenHash))
        .and(EXTRANET_SESSION.EXPIRES_AT.gt(now))
        .fetchOptional(EXTRANET_SESSION.FORM_TOKEN);
  }

  void remove(String tokenHash) {
    database
        .dsl()
        .deleteFrom(EXTRANET_SESSION)
        .where(EXTRANET_SESSION.TOKEN_HASH.eq(tokenHash))
        .execute();
  }

  void removeAll() {
    database.dsl().deleteFrom(EXTRANET_SESSION).execute();
  }
}
