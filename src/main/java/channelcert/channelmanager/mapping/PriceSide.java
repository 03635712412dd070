package channelcert.channelmanager.mapping;

/** The side of a price that an extranet works with. */
public enum PriceSide {
  /** With tax. */
  GROSS,
  /** Without tax. */
  NET
}
