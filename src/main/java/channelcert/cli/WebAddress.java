package channelcert.cli;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Every address on the command line is one of HTTP. */
final class WebAddress implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Override
  public URI convert(String text) {
    try {
      URI address = URI.create(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (SCHEMES.contains(scheme) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // Told below.
    }
    throw new TypeConversionException(
        "'" + text + "' is no web address; give one such as http://127.0.0.1:8090");
  }
}
