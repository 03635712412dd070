package channelcert.channelmanager.inventory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: whole numbers take as many of them as they need, seven bits each. */
final class PackedWriter {
  private byte[] bytes = new byte[64];
  private int length;

  /** A whole number that is seldom negative. */
  void number(long value) {
    long rest = value;
    ensure(10);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A whole number that is as often negative as not. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  /** Text, of which the reader has to know where it ends. */
  void text(String value) {
    raw(value.getBytes(StandardCharsets.UTF_8));
  }

  void fixed(long value) {
    ensure(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
