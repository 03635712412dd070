package channelcert.mews.property;

import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.store.mews.tables.records.PropertyRecord;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Changes what is known of a property itself, in the transaction of the caller. */
final class HeaderEditingStore {
  private final DSLContext transaction;
  private final ConnectedStore connections;

  HeaderEditingStore(DSLContext transaction, ConnectedStore connections) {
    this.transaction = transaction;
    this.connections = connections;
  }

  void edit(String propertyId, PropertyChange change) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    PropertyRecord row = transaction.fetchSingle(PROPERTY, PROPERTY.ID.eq(propertyId));
    if (change.name() != null) {
      Checks.name("name", change.name());
      row.setName(change.name());
    }
    if (change.employeeEmail() != null) {
      Checks.email("employeeEmail", change.employeeEmail());
      row.setEmployeeEmail(change.employeeEmail());
    }
    if (change.pricingMode() != null) {
      row.setPricingMode(change.pricingMode().name());
    }
    Integer tax = change.taxPercent();
    if (tax != null && !tax.equals(row.getTaxPercent())) {
      Checks.atLeast("taxPercent", tax, 0);
      row.setTaxPercent(tax);
      concerned.forEach(each -> connections.markAll(each, Set.of(InventoryKind.PRICES)));
    }
    row.store();
  }
}
