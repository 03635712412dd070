package channelcert.store;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a part keeps its data: an embedded database in a file, one in memory, or a PostgreSQL
 * server.
 *
 * @param jdbc JDBC address without credentials
 * @param user user name, absent where the database has none
 * @param password password, absent where the database has none
 */
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {
  private static final String EMBEDDED_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE";

  /**
   * An embedded database in a file; a commit is on disk before it returns, so that it survives
   * {@code kill -9}. Its file is opened again when a thread that works with it is interrupted, as
   * stopping a run does: otherwise the database would be closed for everybody.
   */
  public static DatabaseUrl embedded(Path file) {
    return new DatabaseUrl("jdbc:h2:retry:" + file.toAbsolutePath() + EMBEDDED_OPTIONS, "sa", "");
  }

  /** An embedded database that lives as long as the process. */
  public static DatabaseUrl inMemory(String name) {
    return new DatabaseUrl(
        "jdbc:h2:mem:" + name + EMBEDDED_OPTIONS + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database}.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static DatabaseUrl parse(String text) {
    URI uri = URI.create(text);
    String scheme = uri.getScheme();
    if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
      throw new IllegalArgumentException(
          "the database address must start with postgresql://, for example"
              + " postgresql://user:password@localhost/channelcert");
    }
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException(
          "the database address needs a host and a database name, for example"
              + " postgresql://user:password@localhost/channelcert");
    }
    String[] credentials =
        uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    // Rows that are inserted together travel in one statement.
    String query =
        "?reWriteBatchedInserts=true" + (uri.getQuery() == null ? "" : "&" + uri.getQuery());
    return new DatabaseUrl(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query,
        credentials.length > 0 ? credentials[0] : null,
        credentials.length > 1 ? credentials[1] : null);
  }

  boolean isPostgres() {
    return jdbc.startsWith("jdbc:postgresql:");
  }

  /** The address without the password, for messages. */
  @Override
  public String toString() {
    return jdbc.replaceAll("[;?].*", "");
  }
}
