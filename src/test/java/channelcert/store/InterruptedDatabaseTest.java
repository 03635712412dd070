package channelcert.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stops a run interrupts its thread, which may work with a database of its process. */
class InterruptedDatabaseTest {
  @Test
  void theEmbeddedDatabaseGoesOnAfterAnInterruptOfSomebodyWhoWritesToIt(@TempDir Path folder)
      throws InterruptedException {
    try (Database database =
        Database.open(DatabaseUrl.embedded(folder.resolve("store")), Part.JOURNEY)) {
      database.dsl().execute("create table note (text varchar(10000))");
      Thread stopped = Thread.ofVirtual().start(() -> write(database));
      stopped.join();
      database.dsl().execute("insert into note values ('still here')");
      assertThat(database.answers()).isTrue();
      assertThat(database.dsl().fetchCount(org.jooq.impl.DSL.table("note"))).isPositive();
    }
  }

  private static void write(Database database) {
    for (int i = 0; i < 20; i++) {
      database.dsl().execute("insert into note values (?)", "x".repeat(9000));
      Thread.currentThread().interrupt();
    }
  }
}
