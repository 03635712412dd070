package channelcert.mews.reservation.outgoing;

import static channelcert.store.mews.Tables.GROUP_CODE;

import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The codes that channel managers gave to bookings of a property's own. */
final class GroupCodeStore {
  private static final String GROUP = "";

  private final DSLContext dsl;

  GroupCodeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Codes of a booking in one channel manager.
   *
   * @param group its code of the booking, absent until it is known
   * @param reservations its code of each reservation, by confirmation number
   */
  record Codes(@Nullable String group, Map<String, String> reservations) {}

  Codes codes(String connectionToken, String groupId) {
    Map<String, String> codes =
        dsl.selectFrom(GROUP_CODE)
            .where(GROUP_CODE.CONNECTION_TOKEN.eq(connectionToken))
            .and(GROUP_CODE.GROUP_ID.eq(groupId))
            .fetchMap(GROUP_CODE.CONFIRMATION_NUMBER, GROUP_CODE.CODE);
    String group = codes.remove(GROUP);
    return new Codes(group, codes);
  }

  /** Keeps codes; one that is known stays, since a code is given for good. */
  void keep(String connectionToken, String groupId, Codes codes) {
    if (codes.group() != null) {
      keep(connectionToken, groupId, GROUP, codes.group());
    }
    codes.reservations().forEach((number, code) -> keep(connectionToken, groupId, number, code));
  }

  private void keep(String connectionToken, String groupId, String number, String code) {
    dsl.insertInto(GROUP_CODE)
        .values(connectionToken, groupId, number, code)
        .onConflictDoNothing()
        .execute();
  }
}
