package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.INVENTORY_MONTH;
import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.property.PriceRulesStore;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.InventoryMonthRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Availability, prices and restrictions of properties, a month in a row. Whoever changes values, a
 * mapping or the kinds that are pushed holds the lock of the property, so that no change falls
 * between two states of a connection.
 */
public final class InventoryStore implements AvailabilityLedger {
  private final Database database;

  public InventoryStore(Database database) {
    this.database = database;
  }

  /** Waits until no other transaction changes the property. */
  public static void lock(DSLContext transaction, String propertyId) {
    transaction
        .select(PROPERTY.ID)
        .from(PROPERTY)
        .where(PROPERTY.ID.eq(propertyId))
        .forUpdate()
        .fetch();
  }

  /** Sets values, the last one where intervals overlap, and marks the nights for pushing. */
  void change(String propertyId, InventoryKind kind, List<InventoryItem> changes) {
    if (changes.isEmpty()) {
      return;
    }
    database.run(
        transaction -> {
          lock(transaction, propertyId);
          Map<InventoryKey, NightValues> values =
              read(transaction, propertyId, kind, categories(changes), span(changes));
          Map<InventoryKey, Set<LocalDate>> stored = monthsOf(values);
          for (InventoryItem change : changes) {
            NightValues ofKey = Objects.requireNonNull(values.get(change.key()));
            change.nights().stream().forEach(night -> ofKey.set(night, change.value()));
          }
          write(transaction, propertyId, kind, touched(changes, values), stored);
          new PendingStore(transaction)
              .mark(
                  propertyId,
                  kind,
                  kind == InventoryKind.PRICES
                      ? DependentPrices.withDependents(
                          new PriceRulesStore(transaction).read(propertyId), changes)
                      : changes);
        });
  }

  @Override
  public int adjust(
      DSLContext transaction, String propertyId, String spaceTypeCode, Nights nights, int units) {
    lock(transaction, propertyId);
    InventoryKey key = InventoryKey.category(spaceTypeCode);
    InventoryKind kind = InventoryKind.AVAILABILITY;
    Map<InventoryKey, NightValues> values =
        read(transaction, propertyId, kind, Set.of(spaceTypeCode), nights);
    NightValues ofKey = values.get(key);
    if (ofKey == null) {
      throw new IllegalArgumentException(
          "property " + propertyId + " has no category " + spaceTypeCode);
    }
    Map<InventoryKey, Set<LocalDate>> stored = monthsOf(values);
    int scarcest = Integer.MAX_VALUE;
    for (LocalDate night : nights.stream().toList()) {
      int after = Integer.parseInt(Objects.requireNonNull(ofKey.at(night))) + units;
      ofKey.set(night, Integer.toString(after));
      scarcest = Math.min(scarcest, after);
    }
    write(transaction, propertyId, kind, values, stored);
    new PendingStore(transaction)
        .mark(propertyId, kind, List.of(new InventoryItem(key, nights, "")));
    return scarcest;
  }

  /** The values of all keys of the categories, good for the nights of the interval. */
  Map<InventoryKey, NightValues> values(
      String propertyId, InventoryKind kind, Collection<String> categories, Nights nights) {
    Map<InventoryKey, NightValues> values =
        read(database.dsl(), propertyId, kind, categories, nights);
    if (kind == InventoryKind.PRICES) {
      DependentPrices.derive(new PriceRulesStore(database.dsl()).read(propertyId), values);
    }
    return values;
  }

  private static Map<InventoryKey, NightValues> read(
      DSLContext dsl,
      String propertyId,
      InventoryKind kind,
      Collection<String> categories,
      Nights nights) {
    Map<InventoryKey, NightValues> values =
        new StandingValuesStore(dsl).read(propertyId, kind, categories);
    dsl.selectFrom(INVENTORY_MONTH)
        .where(months(propertyId, kind, categories, nights))
        .forEach(
            row -> {
              NightValues ofKey =
                  values.get(new InventoryKey(row.getSpaceTypeCode(), row.getRatePlanCode()));
              if (ofKey != null) {
                ofKey.load(row.getFirstDay(), row.getNights());
              }
            });
    return values;
  }

  private static Condition months(
      String propertyId, InventoryKind kind, Collection<String> categories, Nights nights) {
    return INVENTORY_MONTH
        .PROPERTY_ID
        .eq(propertyId)
        .and(INVENTORY_MONTH.KIND.eq(kind.name()))
        .and(INVENTORY_MONTH.SPACE_TYPE_CODE.in(categories))
        .and(
            INVENTORY_MONTH.FIRST_DAY.between(
                nights.first().withDayOfMonth(1), nights.last().withDayOfMonth(1)));
  }

  private static void write(
      DSLContext transaction,
      String propertyId,
      InventoryKind kind,
      Map<InventoryKey, NightValues> values,
      Map<InventoryKey, Set<LocalDate>> stored) {
    List<InventoryMonthRecord> inserts = new ArrayList<>();
    List<InventoryMonthRecord> updates = new ArrayList<>();
    values.forEach(
        (key, ofKey) -> {
          Set<LocalDate> known = stored.getOrDefault(key, Set.of());
          for (LocalDate month : ofKey.monthsKnown()) {
            InventoryMonthRecord row = row(propertyId, kind, key, month, ofKey);
            (known.contains(month) ? updates : inserts).add(row);
          }
        });
    transaction.batchInsert(inserts).execute();
    transaction.batchUpdate(updates).execute();
  }

  private static InventoryMonthRecord row(
      String propertyId, InventoryKind kind, InventoryKey key, LocalDate month, NightValues ofKey) {
    return new InventoryMonthRecord(
        propertyId,
        kind.name(),
        key.spaceTypeCode(),
        key.ratePlanCode(),
        month,
        ofKey.month(month));
  }

  private static Map<InventoryKey, Set<LocalDate>> monthsOf(Map<InventoryKey, NightValues> values) {
    Map<InventoryKey, Set<LocalDate>> months = new HashMap<>();
    values.forEach((key, ofKey) -> months.put(key, new HashSet<>(ofKey.monthsKnown())));
    return months;
  }

  private static Map<InventoryKey, NightValues> touched(
      List<InventoryItem> changes, Map<InventoryKey, NightValues> values) {
    Map<InventoryKey, NightValues> touched = new HashMap<>();
    changes.forEach(
        change -> touched.put(change.key(), Objects.requireNonNull(values.get(change.key()))));
    return touched;
  }

  private static Set<String> categories(List<InventoryItem> changes) {
    return changes.stream().map(change -> change.key().spaceTypeCode()).collect(Collectors.toSet());
  }

  private static Nights span(List<InventoryItem> changes) {
    Comparator<LocalDate> order = Comparator.naturalOrder();
    return new Nights(
        changes.stream().map(change -> change.nights().first()).min(order).orElseThrow(),
        changes.stream().map(change -> change.nights().last()).max(order).orElseThrow());
  }
}
