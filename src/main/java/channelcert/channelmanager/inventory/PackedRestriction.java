package channelcert.channelmanager.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The restriction of a night as bytes: a bit for each state, then both lengths of stay. */
public final class PackedRestriction {
  private static final int LARGEST_STATE = 8;

  private PackedRestriction() {}

  /** Packs a restriction. */
  public static byte[] pack(RestrictedNight night) {
    PackedWriter out = new PackedWriter();
    out.number(mask(night.stateCodes()));
    out.number(length(night.minLos()));
    out.number(length(night.maxLos()));
    return out.toBytes();
  }

  static RestrictedNight read(byte[] packed) {
    PackedReader in = new PackedReader(packed);
    int mask = in.small();
    List<Integer> states = new ArrayList<>();
    for (int state = 0; state <= LARGEST_STATE; state++) {
      if ((mask & 1 << state) != 0) {
        states.add(state);
      }
    }
    return RestrictedNight.of(states, length(in.number()), length(in.number()));
  }

  private static int mask(Collection<Integer> states) {
    return states.stream().mapToInt(state -> 1 << state).reduce(0, (one, other) -> one | other);
  }

  private static long length(@Nullable Integer nights) {
    return nights == null ? 0 : nights + 1L;
  }

  private static @Nullable Integer length(long packed) {
    return packed == 0 ? null : Math.toIntExact(packed - 1);
  }
}
