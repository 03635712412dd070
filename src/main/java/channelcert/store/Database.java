package channelcert.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The open database of one part, its schema migrated to the newest version. Safe for many threads.
 */
public final class Database implements AutoCloseable {
  private static final int OLDEST_POSTGRES = 15;
  private static final int H2_IN_USE = 90020;

  /** What PostgreSQL says when two processes make a schema at the same moment. */
  private static final Set<String> MADE_BY_ANOTHER_PROCESS = Set.of("23505", "42P06");

  /**
   * A process that is stopped inside a transaction must not keep the rows that it has locked from
   * those who take over. Shorter than any lease.
   */
  private static final String FREE_LOCKS = "set idle_in_transaction_session_timeout = '10s'";

  private final HikariDataSource pool;
  private final DSLContext dsl;
  private final boolean shared;

  private Database(HikariDataSource pool, DSLContext dsl, boolean shared) {
    this.pool = pool;
    this.dsl = dsl;
    this.shared = shared;
  }

  /**
   * Opens the database and migrates the schema of the part, which is made when it is missing.
   *
   * @throws UnusableDatabase saying in one sentence why, and what to do
   */
  public static Database open(DatabaseUrl url, Part part) {
    createSchema(url, part);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    config.setPoolName(part.schema());
    config.setSchema(part.schema());
    if (url.isPostgres()) {
      config.setConnectionInitSql(FREE_LOCKS);
    }
    HikariDataSource pool = new HikariDataSource(config);
    try {
      migrate(url, part);
    } catch (RuntimeException fault) {
      pool.close();
      throw fault;
    }
    Settings settings =
        new Settings()
            .withRenderNameCase(RenderNameCase.LOWER)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withExecuteLogging(false);
    SQLDialect dialect = url.isPostgres() ? SQLDialect.POSTGRES : SQLDialect.H2;
    return new Database(pool, DSL.using(pool, dialect, settings), url.isPostgres());
  }

  /** H2 refuses a connection to a schema that is missing, so it is made before the pool. */
  private static void createSchema(DatabaseUrl url, Part part) {
    try (Connection connection =
            DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        Statement statement = connection.createStatement()) {
      if (url.isPostgres()) {
        requireVersion(connection.getMetaData().getDatabaseMajorVersion());
      }
      createSchema(statement, part);
    } catch (SQLException e) {
      throw new UnusableDatabase(reason(url, e), e);
    }
  }

  private static void createSchema(Statement statement, Part part) throws SQLException {
    try {
      statement.execute("create schema if not exists " + part.schema());
    } catch (SQLException e) {
      if (!MADE_BY_ANOTHER_PROCESS.contains(e.getSQLState())) {
        throw e;
      }
    }
  }

  static void requireVersion(int major) {
    if (major < OLDEST_POSTGRES) {
      throw new UnusableDatabase(
          "the server is PostgreSQL %d, but %d or newer is needed"
              .formatted(major, OLDEST_POSTGRES),
          null);
    }
  }

  private static String reason(DatabaseUrl url, SQLException e) {
    if (e.getErrorCode() == H2_IN_USE) {
      return "another process works with its file "
          + url.toString().replaceFirst("^jdbc:h2:retry:", "")
          + "; stop that process, or choose another folder";
    }
    return url + " cannot be opened: " + e.getMessage();
  }

  /** A program that knows less than the schema would write what the newer one cannot read. */
  private static void migrate(DatabaseUrl url, Part part) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(url.jdbc(), url.user(), url.password())
            .defaultSchema(part.schema())
            .locations(part.migrations())
            .loggers("slf4j")
            .load();
    for (MigrationInfo applied : flyway.info().applied()) {
      if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new UnusableDatabase(
            "its schema "
                + part.schema()
                + " was made by a newer version of Channelcert (migration "
                + applied.getVersion()
                + "); use that version, or another database",
            null);
      }
    }
    flyway.migrate();
  }

  /** Whether several processes may work with it at once; an embedded one belongs to one process. */
  public boolean isShared() {
    return shared;
  }

  /** Whether the database answers; takes at most the time that a connection may take to open. */
  public boolean answers() {
    try {
      dsl.selectOne().execute();
      return true;
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  /** How many connections are open, and who uses them. */
  public PoolUse use() {
    HikariPoolMXBean open = pool.getHikariPoolMXBean();
    return new PoolUse(
        open.getActiveConnections(),
        open.getIdleConnections(),
        open.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  /**
   * The use of the connections to a database.
   *
   * @param active in use
   * @param idle open and unused
   * @param waiting threads that wait for one
   * @param most how many may be open
   */
  public record PoolUse(int active, int idle, int waiting, int most) {}

  /** Single statements, each in a transaction of its own. */
  public DSLContext dsl() {
    return dsl;
  }

  /** Runs statements in one transaction; what it answers is durable when this returns. */
  public <T> T transact(Function<DSLContext, T> work) {
    return dsl.transactionResult(configuration -> work.apply(configuration.dsl()));
  }

  /** Runs statements in one transaction; durable when this returns. */
  public void run(Consumer<DSLContext> work) {
    dsl.transaction(configuration -> work.accept(configuration.dsl()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
