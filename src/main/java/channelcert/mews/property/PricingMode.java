package channelcert.mews.property;

/** Which side of a price is legally relevant at a property. */
public enum PricingMode {
  GROSS,
  NET
}
