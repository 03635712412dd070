package channelcert.store;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DatabaseVersionTest {
  @Test
  void anOldPostgresIsRefusedWithTheOneThatIsNeeded() {
    Database.requireVersion(15);
    Database.requireVersion(18);
    assertThatIllegalStateException()
        .isThrownBy(() -> Database.requireVersion(14))
        .withMessage("the server is PostgreSQL 14, but 15 or newer is needed");
  }
}
