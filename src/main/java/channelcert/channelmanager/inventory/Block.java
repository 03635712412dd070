package channelcert.channelmanager.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of 64 neighbouring nights of a key. In its column stand the messages that set
 * something, then runs of equal nights: nights to skip, nights of the run, which message, and the
 * value with its length.
 */
final class Block {
  /** Nights of a block. */
  static final int NIGHTS = 64;

  private static final int UUID_LENGTH = 36;

  private final byte[] @Nullable [] values = new byte[NIGHTS][];
  private final @Nullable Source[] sources = new Source[NIGHTS];

  /** A block in which nothing is stored. */
  Block() {}

  /** Number of the block in which a day since 1970 lies. */
  static int of(long day) {
    return Math.toIntExact(Math.floorDiv(day, NIGHTS));
  }

  /** First day since 1970 of a block. */
  static long firstDay(int block) {
    return (long) block * NIGHTS;
  }

  /** Packed value of the night, absent when nothing is stored. */
  byte @Nullable [] value(int night) {
    return values[night];
  }

  /** Message that set the night, absent when nothing is stored. */
  @Nullable Source source(int night) {
    return sources[night];
  }

  /** Sets a night; a value that stands there already keeps its message. */
  boolean set(int night, byte[] value, Source source) {
    byte @Nullable [] before = values[night];
    if (before != null && Arrays.equals(before, value)) {
      return false;
    }
    values[night] = value;
    sources[night] = source;
    return true;
  }

  /** Reads a column. */
  static Block decode(byte[] column) {
    PackedReader in = new PackedReader(column);
    Source[] known = new Source[in.small()];
    for (int i = 0; i < known.length; i++) {
      known[i] = source(in);
    }
    Block block = new Block();
    int night = 0;
    while (in.left() > 0) {
      night += in.small();
      int end = night + in.small();
      Source source = known[in.small()];
      byte[] value = in.raw(in.small());
      for (; night < end; night++) {
        block.values[night] = value;
        block.sources[night] = source;
      }
    }
    return block;
  }

  /** The column. */
  byte[] encode() {
    List<Source> known = new ArrayList<>();
    PackedWriter runs = new PackedWriter();
    int written = 0;
    for (int night = 0; night < NIGHTS; ) {
      byte @Nullable [] value = values[night];
      Source source = sources[night];
      int end = end(night);
      if (value != null && source != null) {
        runs.number(night - written);
        runs.number(end - night);
        runs.number(number(known, source));
        runs.number(value.length);
        runs.raw(value);
        written = end;
      }
      night = end;
    }
    PackedWriter column = new PackedWriter();
    column.number(known.size());
    known.forEach(source -> write(column, source));
    column.raw(runs.toBytes());
    return column.toBytes();
  }

  /** The night after those that are like this one. */
  private int end(int night) {
    int end = night + 1;
    while (end < NIGHTS
        && Arrays.equals(values[night], values[end])
        && Objects.equals(sources[night], sources[end])) {
      end++;
    }
    return end;
  }

  private static int number(List<Source> known, Source source) {
    int number = known.indexOf(source);
    if (number < 0) {
      known.add(source);
      return known.size() - 1;
    }
    return number;
  }

  /** Most identifiers are UUIDs, and those take 16 bytes. */
  private static void write(PackedWriter out, Source source) {
    out.number(source.at().getEpochSecond());
    UUID uuid = uuid(source.messageId());
    if (uuid != null) {
      out.number(0);
      out.fixed(uuid.getMostSignificantBits());
      out.fixed(uuid.getLeastSignificantBits());
    } else {
      PackedWriter text = new PackedWriter();
      text.text(source.messageId());
      byte[] bytes = text.toBytes();
      out.number(bytes.length + 1L);
      out.raw(bytes);
    }
  }

  private static Source source(PackedReader in) {
    Instant at = Instant.ofEpochSecond(in.number());
    int length = in.small();
    String id = length == 0 ? new UUID(in.fixed(), in.fixed()).toString() : in.text(length - 1);
    return new Source(id, at);
  }

  private static @Nullable UUID uuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return null;
    }
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.toString().equals(id) ? uuid : null;
    } catch (IllegalArgumentException otherText) {
      return null;
    }
  }
}
