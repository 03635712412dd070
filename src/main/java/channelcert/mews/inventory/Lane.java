package channelcert.mews.inventory;

/** One kind on one connection: where one message is in flight at a time. */
record Lane(String connectionToken, InventoryKind kind) {}
