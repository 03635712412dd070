package channelcert.bench.ingest;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.MAPPED_PAIR;
import static channelcert.store.channelmanager.Tables.PUSH_LANE;
import static channelcert.store.channelmanager.Tables.STORED_NIGHTS;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lpad;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import channelcert.channelmanager.inventory.PushKind;
import channelcert.store.Database;
import org.jooq.Condition;
import org.jooq.Field;

/** Puts connections into the database of a channel manager that does not run yet. */
final class SeedStore {
  /** About as long as 64 nights of four prices. */
  private static final int FILLING = 1900;

  private final Database database;

  SeedStore(Database database) {
    this.database = database;
  }

  /** Active connections from one number to another, each with every pair of the codes. */
  void connections(int from, int to, int ratePlans, int categories) {
    Field<Integer> number = field(name("n"), Integer.class);
    Field<String> token =
        concat(inline(Message.TOKEN), lpad(number.cast(String.class), inline(7), inline("0")));
    database.run(
        dsl -> {
          dsl.insertInto(
                  CONNECTION,
                  CONNECTION.TOKEN,
                  CONNECTION.ACTIVE,
                  CONNECTION.PRICE_SIDE,
                  CONNECTION.PROPERTY_NAME)
              .select(
                  select(token, inline(true), inline("GROSS"), inline("Bench"))
                      .from(generateSeries(from, to).as("s", "n")))
              .execute();
          for (String kind : PushKind.names()) {
            dsl.insertInto(PUSH_LANE, PUSH_LANE.CONNECTION_ID, PUSH_LANE.KIND)
                .select(
                    select(CONNECTION.ID, inline(kind)).from(CONNECTION).where(between(from, to)))
                .execute();
          }
          for (int pair = 0; pair < ratePlans * categories; pair++) {
            dsl.insertInto(
                    MAPPED_PAIR,
                    MAPPED_PAIR.CONNECTION_ID,
                    MAPPED_PAIR.RATE_PLAN_CODE,
                    MAPPED_PAIR.SPACE_TYPE_CODE)
                .select(
                    select(
                            CONNECTION.ID,
                            inline(Message.code('R', pair / categories)),
                            inline(Message.code('S', pair % categories)))
                        .from(CONNECTION)
                        .where(between(from, to)))
                .execute();
          }
        });
  }

  /** Lets each of the connections have stored prices of 64 nights of a pair. */
  void filling(int from, int to) {
    byte[] nights = new byte[FILLING];
    for (int i = 0; i < nights.length; i++) {
      nights[i] = (byte) (i * 31 + i / 7);
    }
    database.run(
        dsl ->
            dsl.insertInto(
                    STORED_NIGHTS,
                    STORED_NIGHTS.CONNECTION_ID,
                    STORED_NIGHTS.KIND,
                    STORED_NIGHTS.RATE_PLAN_CODE,
                    STORED_NIGHTS.SPACE_TYPE_CODE,
                    STORED_NIGHTS.BLOCK,
                    STORED_NIGHTS.NIGHTS)
                .select(
                    select(
                            CONNECTION.ID,
                            inline(PushKind.PRICES.name()),
                            inline(Message.code('R', 0)),
                            inline(Message.code('S', 0)),
                            inline(325),
                            val(nights))
                        .from(CONNECTION)
                        .where(between(from, to)))
                .execute());
  }

  private static Condition between(int from, int to) {
    return CONNECTION.TOKEN.between(Message.token(from), Message.token(to));
  }
}
