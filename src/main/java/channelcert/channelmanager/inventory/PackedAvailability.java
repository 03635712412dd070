package channelcert.channelmanager.inventory;

/** The units of a night as bytes. */
public final class PackedAvailability {
  private PackedAvailability() {}

  /** Packs units. */
  public static byte[] pack(int units) {
    PackedWriter out = new PackedWriter();
    out.signed(units);
    return out.toBytes();
  }

  static int read(byte[] packed) {
    return Math.toIntExact(new PackedReader(packed).signed());
  }
}
