package channelcert.journey.endpoint;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public Internet from those that lead into a machine or a network of
 * somebody's own, by the registries of special-purpose addresses of both families.
 */
final class PublicAddresses {
  private static final List<Block> CLOSED =
      List.of(
          block("0.0.0.0", 8),
          block("10.0.0.0", 8),
          block("100.64.0.0", 10),
          block("127.0.0.0", 8),
          block("169.254.0.0", 16),
          block("172.16.0.0", 12),
          block("192.0.0.0", 24),
          block("192.0.2.0", 24),
          block("192.88.99.0", 24),
          block("192.168.0.0", 16),
          block("198.18.0.0", 15),
          block("198.51.100.0", 24),
          block("203.0.113.0", 24),
          block("224.0.0.0", 3),
          block("::", 96),
          block("64:ff9b:1::", 48),
          block("100::", 64),
          block("2001::", 23),
          block("2001:db8::", 32),
          block("3fff::", 20),
          block("5f00::", 16),
          block("fc00::", 7),
          block("fe80::", 10),
          block("fec0::", 10),
          block("ff00::", 8));

  private PublicAddresses() {}

  /** Whether the address leads to the public Internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = embedded(address.getAddress());
    return CLOSED.stream().noneMatch(block -> block.holds(bytes));
  }

  /** Whether the address is this machine. */
  static boolean isLoopback(InetAddress address) {
    return address.isLoopbackAddress();
  }

  /** An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged as what it leads to. */
  private static byte[] embedded(byte[] bytes) {
    if (bytes.length != 16) {
      return bytes;
    }
    if (starts(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
        || starts(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)) {
      return Arrays.copyOfRange(bytes, 12, 16);
    }
    return starts(bytes, 0x20, 0x02) ? Arrays.copyOfRange(bytes, 2, 6) : bytes;
  }

  private static boolean starts(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static Block block(String address, int bits) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      if (!(parsed instanceof Inet4Address) && !(parsed instanceof Inet6Address)) {
        throw new IllegalArgumentException(address);
      }
      return new Block(parsed.getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  private static final class Block {
    private final byte[] start;
    private final int bits;

    Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    boolean holds(byte[] bytes) {
      if (bytes.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
