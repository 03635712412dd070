package channelcert.channelmanager.inventory;

import java.util.Arrays;
import java.util.List;

/** The kinds of data that Mews pushes. */
public enum PushKind {
  AVAILABILITY,
  PRICES,
  RESTRICTIONS;

  /** The names of all kinds, as they are stored. */
  public static List<String> names() {
    return Arrays.stream(values()).map(PushKind::name).toList();
  }
}
