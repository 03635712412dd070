package channelcert.mews.message;

import static channelcert.store.mews.Tables.GROUP_CODE;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The codes that channel managers gave to bookings and blocks of a property's own. */
public final class CodeStore {
  private static final String WHOLE = "";

  private final DSLContext dsl;

  public CodeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Codes of a booking or block in one channel manager.
   *
   * @param whole its code of the booking or block, absent until it is known
   * @param reservations its code of each reservation, by confirmation number
   */
  public record Codes(@Nullable String whole, Map<String, String> reservations) {}

  public Codes codes(String connectionToken, String subject) {
    Map<String, String> codes =
        dsl.selectFrom(GROUP_CODE)
            .where(GROUP_CODE.CONNECTION_TOKEN.eq(connectionToken))
            .and(GROUP_CODE.GROUP_ID.eq(subject))
            .fetchMap(GROUP_CODE.CONFIRMATION_NUMBER, GROUP_CODE.CODE);
    String whole = codes.remove(WHOLE);
    return new Codes(whole, codes);
  }

  /** Keeps codes; one that is known stays, since a code is given for good. */
  void keep(String connectionToken, String subject, Codes codes) {
    if (codes.whole() != null) {
      keep(connectionToken, subject, WHOLE, codes.whole());
    }
    codes.reservations().forEach((number, code) -> keep(connectionToken, subject, number, code));
  }

  /**
   * The name that Mews gave to what the channel manager calls so; empty when it knows none.
   *
   * @param prefix how names of its kind start
   */
  public Optional<String> subject(String connectionToken, String prefix, String code) {
    return dsl.select(GROUP_CODE.GROUP_ID)
        .from(GROUP_CODE)
        .where(GROUP_CODE.CONNECTION_TOKEN.eq(connectionToken))
        .and(GROUP_CODE.CODE.eq(code))
        .and(GROUP_CODE.CONFIRMATION_NUMBER.eq(WHOLE))
        .and(GROUP_CODE.GROUP_ID.startsWith(prefix))
        .orderBy(GROUP_CODE.GROUP_ID)
        .limit(1)
        .fetchOptional(GROUP_CODE.GROUP_ID);
  }

  private void keep(String connectionToken, String subject, String number, String code) {
    dsl.insertInto(GROUP_CODE)
        .values(connectionToken, subject, number, code)
        .onConflictDoNothing()
        .execute();
  }
}
