package channelcert.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Fresh databases for tests:
 * {@code @ParameterizedTest @MethodSource("channelcert.store.Databases#each")} runs a test on the
 * embedded database and on a real PostgreSQL, of which one runs per JVM.
 */
public final class Databases {
  private Databases() {}

  /** An address of a fresh database of each kind, named for the report of the test. */
  public static Stream<Named<DatabaseUrl>> each() {
    return Stream.of(Named.of("H2", inMemory()), Named.of("PostgreSQL", postgres()));
  }

  /** A fresh embedded database in memory. */
  public static DatabaseUrl inMemory() {
    return DatabaseUrl.inMemory("test-" + UUID.randomUUID());
  }

  /** A fresh database of the shared PostgreSQL. */
  public static DatabaseUrl postgres() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    EmbeddedPostgres server = Server.ONE;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return DatabaseUrl.parse(
        "postgresql://postgres:postgres@localhost:" + server.getPort() + "/" + name);
  }

  private static final class Server {
    static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
