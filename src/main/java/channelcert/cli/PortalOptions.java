package channelcert.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the portal is served. */
final class PortalOptions {
  private static final int PORT = 8092;

  @Option(
      names = "--portal-port",
      converter = PortNumber.class,
      paramLabel = "PORT",
      description = "Port of the portal (default: 8092).")
  private @Nullable Integer port;

  @Option(
      names = "--portal-url",
      paramLabel = "URL",
      description = "Address at which people reach the portal, when it differs from the bound one.")
  private @Nullable URI url;

  @Option(
      names = "--portal-lead",
      paramLabel = "ADDRESS",
      defaultValue = "lead@mews.example",
      description =
          "E-mail address of the first lead certifier; the password is chosen and printed the"
              + " first time (default: ${DEFAULT-VALUE}).")
  private String lead = "lead@mews.example";

  @Option(
      names = "--allow-loopback-endpoints",
      description =
          "For development: partners may register loopback addresses and plain HTTP; every page of"
              + " the portal says so.")
  private boolean loopback;

  int port() {
    return port == null ? PORT : port;
  }

  @Nullable URI url() {
    return url;
  }

  String lead() {
    return lead;
  }

  boolean allowsLoopback() {
    return loopback;
  }
}
