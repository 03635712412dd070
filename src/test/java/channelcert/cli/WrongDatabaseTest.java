package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** A database that cannot be used is told in one line, before anything is served. */
class WrongDatabaseTest {
  @Test
  void aServerThatIsDown() {
    String told = refused("postgresql://hotel:SECRET@127.0.0.1:1/channelcert");
    assertThat(told).contains("channel-manager", "127.0.0.1:1/channelcert", "refused");
    assertThat(told).doesNotContain("SECRET");
  }

  @Test
  void aDatabaseThatDoesNotExist() {
    String told = refused(address(Databases.postgres()).replaceFirst("(\\?|$)", "_missing$1"));
    assertThat(told).contains("_missing").contains("does not exist");
  }

  @Test
  void aSchemaThatANewerVersionMade() throws Exception {
    DatabaseUrl url = Databases.postgres();
    Database.open(url, Part.CHANNEL_MANAGER).close();
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into channel_manager.flyway_schema_history (installed_rank, version, description,"
              + " type, script, installed_by, execution_time, success) values (9999, '999', 'x',"
              + " 'SQL', 'V999__x.sql', 'x', 1, true)");
    }
    assertThat(refused(address(url))).contains("newer version").contains("999");
  }

  private static String refused(String database) {
    Shell shell =
        Shell.run(
            "serve",
            "channel-manager",
            "--port",
            "0",
            "--management-port",
            "0",
            "--database",
            database);
    assertThat(shell.exitCode()).isEqualTo(2);
    assertThat(shell.err().strip().lines()).hasSize(1);
    return shell.err();
  }

  private static String address(DatabaseUrl url) {
    return url.jdbc().replace("jdbc:postgresql://", "postgresql://postgres:postgres@");
  }
}
