package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Pair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one message sets: values for intervals of nights of keys, in the order of the message. Where
 * intervals of a key overlap, the later one wins.
 */
public final class NightChanges {
  private final Map<Pair, Intervals> byKey = new LinkedHashMap<>();

  /**
   * Adds an interval.
   *
   * @param key pair, with an empty rate plan code for availability
   * @param first day since 1970 of the first night
   * @param last day since 1970 of the last night, not before the first
   * @param value packed; not to be changed afterwards
   */
  public void set(Pair key, long first, long last, byte[] value) {
    byKey.computeIfAbsent(key, k -> new Intervals()).add(first, last, value);
  }

  /** Every key, in the order in which they came first. */
  public Set<Pair> keys() {
    return byKey.keySet();
  }

  /** Whether nothing is set. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** How many rows of the store are concerned. */
  public int rows() {
    return byKey.values().stream().mapToInt(intervals -> intervals.blocks().size()).sum();
  }

  Map<Pair, Intervals> byKey() {
    return byKey;
  }

  /** The intervals of one key, in the order of the message. */
  static final class Intervals {
    private long[] first = new long[4];
    private long[] last = new long[4];
    private byte[][] values = new byte[4][];
    private int size;

    private void add(long from, long to, byte[] value) {
      if (size == first.length) {
        first = Arrays.copyOf(first, 2 * size);
        last = Arrays.copyOf(last, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      first[size] = from;
      last[size] = to;
      boolean repeated = size > 0 && Arrays.equals(values[size - 1], value);
      values[size] = repeated ? values[size - 1] : value;
      size++;
    }

    /** The first and the last of the intervals that touch a block; some between may not. */
    record Touch(int first, int last) {}

    /** The intervals that touch each block. */
    Map<Integer, Touch> blocks() {
      Map<Integer, Touch> touched = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        int end = Block.of(last[i]);
        for (int block = Block.of(first[i]); block <= end; block++) {
          Touch before = touched.get(block);
          touched.put(block, new Touch(before == null ? i : before.first(), i));
        }
      }
      return touched;
    }

    /** Applies the intervals that touch a block to it; whether something changed. */
    boolean apply(Touch touch, int number, Block block, Source source) {
      byte[] @Nullable [] wanted = new byte[Block.NIGHTS][];
      long start = Block.firstDay(number);
      for (int i = touch.first(); i <= touch.last(); i++) {
        int from = (int) Math.max(0, first[i] - start);
        int to = (int) Math.min(Block.NIGHTS - 1L, last[i] - start);
        for (int night = from; night <= to; night++) {
          wanted[night] = values[i];
        }
      }
      boolean changed = false;
      for (int night = 0; night < Block.NIGHTS; night++) {
        byte @Nullable [] value = wanted[night];
        changed |= value != null && block.set(night, value, source);
      }
      return changed;
    }
  }
}
