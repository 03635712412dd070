package channelcert.mews.inventory;

/** A kind of data that Mews distributes, in the order in which a cycle sends them. */
public enum InventoryKind {
  AVAILABILITY,
  PRICES,
  RESTRICTIONS
}
