package channelcert.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port on the command line; 0 takes a free one. */
final class PortNumber implements ITypeConverter<Integer> {
  private static final int LAST = 65_535;

  @Override
  public Integer convert(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LAST) {
        return port;
      }
    } catch (NumberFormatException unreadable) {
      // Told below.
    }
    throw new TypeConversionException(
        "'" + text + "' is no port; ports are 1 to " + LAST + ", and 0 takes a free one");
  }
}
