package channelcert.channelmanager;

import channelcert.store.Database;
import channelcert.store.channelmanager.DefaultSchema;
import org.jooq.Table;

/** Everything that is stored, as text. */
final class Dump {
  private Dump() {}

  static String of(Database database) {
    StringBuilder text = new StringBuilder();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      text.append(table.getName()).append('\n');
      text.append(database.dsl().selectFrom(table).fetch().formatJSON()).append('\n');
    }
    return text.toString();
  }
}
