package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.PackedPrices;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.push.PlainScanner.NotPlain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a price push as Mews sends it, several times as fast as with care: every property known and
 * there once, prices for one guest and up in order, one currency, no age prices. It takes nothing
 * that reading with care would refuse; whatever else comes is read with care.
 */
final class PlainPrices {
  /**
   * Names of properties, in the order in which they mostly come.
   *
   * @param plain as bytes
   * @param quoted the same as they mostly stand there: with quotes and colon
   */
  private record Names(List<byte[]> plain, List<byte[]> quoted) {
    static Names of(String... names) {
      return new Names(
          Arrays.stream(names).map(PlainPrices::ascii).toList(),
          Arrays.stream(names).map(name -> ascii('"' + name + "\":")).toList());
    }
  }

  /**
   * A message that was plain.
   *
   * @param contents everything in it
   */
  record Read(Envelope envelope, PushContents contents) {}

  private static final Names OF_A_MESSAGE =
      Names.of("ratePrices", "clientToken", "connectionToken", "messageId", "responseUrl");
  private static final Names OF_AN_ENTRY =
      Names.of("spaceTypeCode", "ratePlanCode", "from", "to", "prices", "agePrices");
  private static final Names OF_A_PRICE =
      Names.of("grossAmount", "netAmount", "currencyCode", "guestCount");

  private static final int ALL_OF_A_PRICE = 0b1111;
  private static final int ALL_OF_AN_ENTRY = 0b011111;
  private static final int ALL_OF_A_MESSAGE = 0b11111;

  private final PlainScanner scanner;
  private final PushContents contents = new PushContents();
  private byte[] spaceType = {};
  private byte[] ratePlan = {};
  private byte[] currency = {};
  private byte[] quotedCurrency = ascii("none yet");
  private @Nullable Pair pair;
  private long first;
  private long last;
  private int count;
  private int guests;
  private long gross;
  private int grossScale;
  private long net;
  private int netScale;
  private final long[] amounts = new long[2 * PushCheck.MAX_OCCUPANCIES];
  private final int[] scales = new int[2 * PushCheck.MAX_OCCUPANCIES];

  private PlainPrices(InputStream in) {
    this.scanner = new PlainScanner(in);
  }

  /** Reads a message completely; empty when it is not plain. */
  static Optional<Read> read(InputStream in) throws IOException {
    try {
      return Optional.of(new PlainPrices(in).message());
    } catch (NotPlain withCareThen) {
      return Optional.empty();
    }
  }

  private Read message() throws IOException, NotPlain {
    String[] values = new String[4];
    int seen = 0;
    scanner.prepare();
    scanner.take('{');
    do {
      scanner.prepare();
      int which = name(OF_A_MESSAGE, 0);
      seen = mark(seen, which);
      if (which == 0) {
        entries();
      } else {
        scanner.string();
        values[which - 1] = scanner.text();
      }
    } while (scanner.more('}'));
    scanner.finish();
    require(seen == ALL_OF_A_MESSAGE);
    return new Read(new Envelope(values[0], values[1], values[2], values[3]), contents);
  }

  private void entries() throws IOException, NotPlain {
    scanner.take('[');
    if (scanner.takes(']')) {
      return;
    }
    do {
      scanner.prepare();
      entry();
      scanner.prepare();
    } while (scanner.more(']'));
  }

  private void entry() throws NotPlain {
    int seen = 0;
    int which = -1;
    scanner.take('{');
    do {
      which = name(OF_AN_ENTRY, which + 1);
      seen = mark(seen, which);
      switch (which) {
        case 0 -> spaceType = code(spaceType);
        case 1 -> ratePlan = code(ratePlan);
        case 2 -> first = scanner.date();
        case 3 -> last = scanner.date();
        case 4 -> prices();
        default -> noAgePrices();
      }
    } while (scanner.more('}'));
    require((seen & ALL_OF_AN_ENTRY) == ALL_OF_AN_ENTRY);
    take();
  }

  /** Takes a code; another one than before begins another pair. */
  private byte[] code(byte[] before) throws NotPlain {
    scanner.string();
    if (scanner.is(before)) {
      return before;
    }
    pair = null;
    return scanner.bytes();
  }

  private void take() throws NotPlain {
    Pair key = pair;
    if (key == null) {
      key =
          new Pair(
              new String(ratePlan, StandardCharsets.US_ASCII),
              new String(spaceType, StandardCharsets.US_ASCII));
      pair = key;
    }
    require(contents.packed(key, first, last, packed()));
  }

  private byte[] packed() {
    PackedPrices packed = new PackedPrices(currency, count);
    for (int i = 0; i < count; i++) {
      packed.add(i + 1, amounts[2 * i], scales[2 * i], amounts[2 * i + 1], scales[2 * i + 1]);
    }
    return packed.finish("");
  }

  private void prices() throws NotPlain {
    count = 0;
    scanner.take('[');
    do {
      price();
      require(guests == count + 1 && count < PushCheck.MAX_OCCUPANCIES);
      amounts[2 * count] = gross;
      scales[2 * count] = grossScale;
      amounts[2 * count + 1] = net;
      scales[2 * count + 1] = netScale;
      count++;
    } while (scanner.more(']'));
  }

  private void price() throws NotPlain {
    int seen = 0;
    int which = -1;
    scanner.take('{');
    do {
      which = name(OF_A_PRICE, which + 1);
      seen = mark(seen, which);
      switch (which) {
        case 0 -> {
          gross = scanner.decimal();
          grossScale = scanner.scale();
        }
        case 1 -> {
          net = scanner.decimal();
          netScale = scanner.scale();
        }
        case 2 -> currency();
        default -> guests = scanner.whole();
      }
    } while (scanner.more('}'));
    require(seen == ALL_OF_A_PRICE);
  }

  /** One for all prices of an entry. */
  private void currency() throws NotPlain {
    if (scanner.takes(quotedCurrency)) {
      return;
    }
    scanner.string();
    if (scanner.is(currency)) {
      return;
    }
    require(count == 0);
    currency = scanner.bytes();
    require(currency.length == 3);
    for (byte letter : currency) {
      require(letter >= 'A' && letter <= 'Z');
    }
    quotedCurrency = ascii('"' + new String(currency, StandardCharsets.US_ASCII) + '"');
  }

  private void noAgePrices() throws NotPlain {
    if (scanner.takes('[')) {
      scanner.take(']');
    } else {
      scanner.literal("null");
    }
  }

  /**
   * Takes the name of a property with its colon and tells which one it is.
   *
   * @param likely which one it most likely is
   */
  private int name(Names names, int likely) throws NotPlain {
    if (likely < names.quoted().size() && scanner.takes(names.quoted().get(likely))) {
      return likely;
    }
    scanner.name();
    for (int i = 0; i < names.plain().size(); i++) {
      if (scanner.is(names.plain().get(i))) {
        return i;
      }
    }
    throw new NotPlain();
  }

  /** No name twice. */
  private static int mark(int seen, int which) throws NotPlain {
    require((seen & 1 << which) == 0);
    return seen | 1 << which;
  }

  private static void require(boolean holds) throws NotPlain {
    if (!holds) {
      throw new NotPlain();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
