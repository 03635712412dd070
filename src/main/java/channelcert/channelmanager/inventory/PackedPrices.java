package channelcert.channelmanager.inventory;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The prices of a night as bytes: the currency, how many numbers of guests, for each of them the
 * digits of gross and of the difference to net, then the age prices as they came. What is as it was
 * for the number of guests before costs one byte.
 */
public final class PackedPrices {
  private static final int CURRENCY_LENGTH = 3;
  private static final int LOWEST_SCALE = -2;
  private static final int SCALES = 9;

  private final PackedWriter out = new PackedWriter();
  private int guestsBefore;
  private int scalesBefore = -1;

  /**
   * Begins.
   *
   * @param currencyCode three letters, as ASCII
   */
  public PackedPrices(byte[] currencyCode, int occupancies) {
    out.raw(currencyCode);
    out.number(occupancies);
  }

  /** Packs a night. */
  public static byte[] pack(PricedNight night) {
    PackedPrices packed =
        new PackedPrices(
            night.currencyCode().getBytes(StandardCharsets.UTF_8), night.occupancies().size());
    for (OccupancyPrice price : night.occupancies()) {
      packed.add(
          price.guests(),
          price.gross().unscaledValue().longValueExact(),
          price.gross().scale(),
          price.net().unscaledValue().longValueExact(),
          price.net().scale());
    }
    return packed.finish(night.agePrices() == null ? "" : night.agePrices());
  }

  /** Adds a price; numbers of guests have to grow. Amounts are digits with a scale of -2 to 6. */
  public void add(int guests, long gross, int grossScale, long net, int netScale) {
    int scales = (grossScale - LOWEST_SCALE) * SCALES + netScale - LOWEST_SCALE;
    if (guests == guestsBefore + 1 && scales == scalesBefore) {
      out.number(0);
    } else {
      out.number(guests - guestsBefore);
      out.number(scales);
    }
    out.signed(gross);
    out.signed(gross - net);
    guestsBefore = guests;
    scalesBefore = scales;
  }

  /** The bytes. */
  public byte[] finish(String agePrices) {
    if (!agePrices.isEmpty()) {
      out.text(agePrices);
    }
    return out.toBytes();
  }

  static PricedNight read(byte[] packed) {
    PackedReader in = new PackedReader(packed);
    String currency = new String(in.raw(CURRENCY_LENGTH), StandardCharsets.US_ASCII);
    int count = in.small();
    List<OccupancyPrice> occupancies = new ArrayList<>(count);
    int guests = 0;
    int scales = 0;
    for (int i = 0; i < count; i++) {
      int more = in.small();
      if (more == 0) {
        guests++;
      } else {
        guests += more;
        scales = in.small();
      }
      long gross = in.signed();
      long net = gross - in.signed();
      occupancies.add(
          new OccupancyPrice(
              guests,
              BigDecimal.valueOf(gross, scales / SCALES + LOWEST_SCALE),
              BigDecimal.valueOf(net, scales % SCALES + LOWEST_SCALE)));
    }
    return new PricedNight(
        currency, List.copyOf(occupancies), in.left() == 0 ? null : in.text(in.left()));
  }
}
