package channelcert.channelmanager.mapping;

/**
 * A connection that was set up here.
 *
 * @param id our own number for it
 * @param token what Mews calls it; a secret
 * @param active whether pushes are taken and bookings may be sent
 * @param priceSide what the extranet shows
 */
public record Connection(long id, String token, boolean active, PriceSide priceSide) {
  /** Without the token. */
  @Override
  public String toString() {
    return "Connection[" + id + (active ? ", active, " : ", inactive, ") + priceSide + "]";
  }
}
