package channelcert.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
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

  /** Opens the database and migrates the schema of the part, which is made when it is missing. */
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
    Flyway.configure()
        .dataSource(url.jdbc(), url.user(), url.password())
        .defaultSchema(part.schema())
        .locations(part.migrations())
        .loggers("slf4j")
        .load()
        .migrate();
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
      statement.execute("create schema if not exists " + part.schema());
    } catch (SQLException e) {
      throw new IllegalStateException("the database " + url + " cannot be opened", e);
    }
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
