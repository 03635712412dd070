package channelcert.certification.verdict;

/** The side of a price: with tax or without. */
public enum PriceSide {
  GROSS("grossAmount"),
  NET("netAmount");

  private final String field;

  PriceSide(String field) {
    this.field = field;
  }

  /** Where it stands in a pushed price. */
  String field() {
    return field;
  }

  PriceSide other() {
    return this == GROSS ? NET : GROSS;
  }
}
