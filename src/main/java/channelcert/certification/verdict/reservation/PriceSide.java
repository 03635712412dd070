package channelcert.certification.verdict.reservation;

/** The side of a price that a booking carries. */
public enum PriceSide {
  /** With tax. */
  GROSS("gross"),
  /** Without tax. */
  NET("net");

  private final String field;

  PriceSide(String field) {
    this.field = field;
  }

  /** Name of the field in an amount, and the word for it in a text. */
  public String field() {
    return field;
  }

  PriceSide other() {
    return this == GROSS ? NET : GROSS;
  }
}
