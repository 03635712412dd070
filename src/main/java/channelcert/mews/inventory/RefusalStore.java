package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_RATE;

import channelcert.mews.Refusal;
import channelcert.mews.property.ChangeType;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.MappingStore;
import channelcert.mews.property.NoticeStore;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.SwitchStore;
import channelcert.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * What the refusal of a pushed message does to a connection (domain reference, 6.1): the same for a
 * refusal in the answer and for one that arrives later.
 */
public final class RefusalStore {
  private final Database database;

  RefusalStore(Database database) {
    this.database = database;
  }

  /** How the sender goes on after a refusal. */
  enum Reaction {
    /** What was bad is excluded; the rest is sent at once. */
    SEND_THE_REST,
    /** The same again after a while. */
    RETRY,
    /** Somebody has to mend something first. */
    PAUSE
  }

  /**
   * Applies all refusals of one message in one transaction.
   *
   * @param sent keys of the message
   */
  Reaction apply(
      ConnectionDetails connection,
      InventoryKind kind,
      Collection<InventoryKey> sent,
      List<Refusal> refusals,
      Instant now) {
    return database.transact(
        transaction -> {
          InventoryStore.lock(transaction, connection.propertyId());
          Set<Reaction> reactions =
              refusals.stream()
                  .map(refusal -> apply(transaction, connection.token(), kind, sent, refusal, now))
                  .collect(Collectors.toSet());
          if (reactions.contains(Reaction.PAUSE)) {
            return Reaction.PAUSE;
          }
          return reactions.contains(Reaction.RETRY) ? Reaction.RETRY : Reaction.SEND_THE_REST;
        });
  }

  /** Tells the property that updates are late, for the first failure in a row only. */
  void tellOfDelay(
      ConnectionDetails connection, InventoryKind kind, List<Refusal> reasons, Instant now) {
    database.run(
        transaction ->
            tell(
                transaction,
                connection.token(),
                now,
                reasons.getFirst(),
                kind + " updates are repeated until they are accepted: "));
  }

  /**
   * Applies what the refusals of a message about a booking or block say of rates, categories, pairs
   * and kinds; the other refusals change nothing here. Works in the transaction of the caller.
   */
  public static void exclude(
      DSLContext transaction, String token, List<Refusal> refusals, Instant now) {
    MappingStore.lock(transaction, token);
    for (Refusal refusal : refusals) {
      switch (refusal.code()) {
        case RATE_ERROR, RATE_NOT_FOUND -> unsynchroniseRate(transaction, token, refusal, now);
        case CATEGORY_ERROR, SPACE_NOT_FOUND ->
            unsynchroniseCategory(transaction, token, refusal, now);
        case RATE_CATEGORY_ERROR -> removePair(transaction, token, refusal, now);
        case AVAILABILITY_ERROR, PRICES_ERROR, RESTRICTIONS_ERROR ->
            disable(transaction, token, InventoryKind.AVAILABILITY, refusal, now);
        default -> {
          // About the message or the connection alone.
        }
      }
    }
  }

  private static Reaction apply(
      DSLContext transaction,
      String token,
      InventoryKind kind,
      Collection<InventoryKey> sent,
      Refusal refusal,
      Instant now) {
    return switch (refusal.code()) {
      case RATE_ERROR, RATE_NOT_FOUND -> {
        unsynchroniseRate(transaction, token, refusal, now);
        yield reaction(sent.stream().anyMatch(key -> isRate(key, refusal)));
      }
      case CATEGORY_ERROR, SPACE_NOT_FOUND -> {
        unsynchroniseCategory(transaction, token, refusal, now);
        yield reaction(sent.stream().anyMatch(key -> isCategory(key, refusal)));
      }
      case RATE_CATEGORY_ERROR -> {
        removePair(transaction, token, refusal, now);
        yield reaction(
            sent.stream().anyMatch(key -> isRate(key, refusal) && isCategory(key, refusal)));
      }
      case AVAILABILITY_ERROR, PRICES_ERROR, RESTRICTIONS_ERROR ->
          disable(transaction, token, kind, refusal, now);
      case SYSTEM_ERROR -> Reaction.RETRY;
      default -> {
        tell(transaction, token, now, refusal, kind + " updates are held back: ");
        yield Reaction.PAUSE;
      }
    };
  }

  /** Excluding something that was not in the message would not change the next one. */
  private static Reaction reaction(boolean excluded) {
    return excluded ? Reaction.SEND_THE_REST : Reaction.PAUSE;
  }

  private static boolean isRate(InventoryKey key, Refusal refusal) {
    return !key.ratePlanCode().isEmpty() && key.ratePlanCode().equals(refusal.rateCode());
  }

  private static boolean isCategory(InventoryKey key, Refusal refusal) {
    return key.spaceTypeCode().equals(refusal.categoryCode());
  }

  private static void unsynchroniseRate(
      DSLContext transaction, String token, Refusal refusal, Instant now) {
    String rate = refusal.rateCode();
    if (rate != null
        && transaction
                .update(MAPPED_RATE)
                .set(MAPPED_RATE.SYNCHRONISED, false)
                .where(MAPPED_RATE.CONNECTION_TOKEN.eq(token))
                .and(MAPPED_RATE.RATE_PLAN_CODE.eq(rate))
                .and(MAPPED_RATE.SYNCHRONISED)
                .execute()
            > 0) {
      new PendingStore(transaction).unmarkCode(token, rate);
      changed(transaction, token, now, refusal, "Rate " + rate + " is no longer synchronised: ");
    }
  }

  /** Takes the category out of availability and of every rate, whatever of it was still in. */
  private static void unsynchroniseCategory(
      DSLContext transaction, String token, Refusal refusal, Instant now) {
    String category = refusal.categoryCode();
    if (category == null) {
      return;
    }
    int changed =
        transaction
            .update(MAPPED_CATEGORY)
            .set(MAPPED_CATEGORY.SYNCHRONISED, false)
            .where(MAPPED_CATEGORY.CONNECTION_TOKEN.eq(token))
            .and(MAPPED_CATEGORY.SPACE_TYPE_CODE.eq(category))
            .and(MAPPED_CATEGORY.SYNCHRONISED)
            .execute();
    if (changed + MappingStore.removePairsOf(transaction, token, category) > 0) {
      new PendingStore(transaction).unmarkCode(token, category);
      changed(
          transaction,
          token,
          now,
          refusal,
          "Category " + category + " is no longer synchronised and was taken out of every rate: ");
    }
  }

  private static void removePair(
      DSLContext transaction, String token, Refusal refusal, Instant now) {
    String rate = refusal.rateCode();
    String category = refusal.categoryCode();
    if (rate != null
        && category != null
        && MappingStore.removePair(transaction, token, new Pair(rate, category))) {
      changed(
          transaction,
          token,
          now,
          refusal,
          "Category " + category + " was taken out of rate " + rate + ": ");
    }
  }

  private static Reaction disable(
      DSLContext transaction, String token, InventoryKind sent, Refusal refusal, Instant now) {
    InventoryKind kind =
        switch (refusal.code()) {
          case AVAILABILITY_ERROR -> InventoryKind.AVAILABILITY;
          case PRICES_ERROR -> InventoryKind.PRICES;
          default -> InventoryKind.RESTRICTIONS;
        };
    if (SwitchStore.disable(transaction, token, kind)) {
      tell(transaction, token, now, refusal, kind + " updates are switched off: ");
    }
    return kind == sent ? Reaction.SEND_THE_REST : Reaction.RETRY;
  }

  private static void changed(
      DSLContext transaction, String token, Instant now, Refusal refusal, String what) {
    tell(transaction, token, now, refusal, what);
    new NoticeStore(transaction).tellChannelManager(token, ChangeType.UPDATED);
  }

  private static void tell(
      DSLContext transaction, String token, Instant now, Refusal refusal, String what) {
    new NoticeStore(transaction)
        .tellProperty(token, now, refusal.code().wire(), what + refusal.message());
  }
}
