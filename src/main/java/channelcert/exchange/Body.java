package channelcert.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a message body, unchangeable. */
public final class Body {
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes the array over; the caller does not change it afterwards. */
  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes);
  }

  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return bytes.length;
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes themselves, for readers of this package who leave them as they are. */
  byte[] shared() {
    return bytes;
  }

  /** The bytes as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
