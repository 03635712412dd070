package channelcert.mews.reservation;

import static channelcert.store.mews.Tables.CHANNEL;

import channelcert.mews.reservation.group.SourceOrder;
import channelcert.store.Database;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The channels that Mews knows. */
public final class ChannelStore {
  private final Database database;

  public ChannelStore(Database database) {
    this.database = database;
  }

  /** A channel with its mapping code. */
  public record KnownChannel(int code, String name) {}

  /** Every channel; new ones come last. */
  public List<KnownChannel> all() {
    return database
        .dsl()
        .selectFrom(CHANNEL)
        .orderBy(CHANNEL.CODE)
        .fetch(row -> new KnownChannel(row.getCode(), row.getName()));
  }

  Set<Integer> codes(DSLContext transaction) {
    return transaction.select(CHANNEL.CODE).from(CHANNEL).fetchSet(CHANNEL.CODE);
  }

  /** Adds what a booking names for the first time; a name that is known is no new channel. */
  void learn(DSLContext transaction, List<SourceOrder> sources) {
    for (SourceOrder source : sources) {
      if (transaction.fetchExists(CHANNEL, CHANNEL.NAME.eq(source.name()))) {
        continue;
      }
      int last = transaction.select(DSL.max(CHANNEL.CODE)).from(CHANNEL).fetchSingle().value1();
      transaction
          .insertInto(CHANNEL)
          .set(CHANNEL.CODE, last + 1)
          .set(CHANNEL.NAME, source.name())
          .set(CHANNEL.TYPE, source.type())
          .execute();
    }
  }
}
