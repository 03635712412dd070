package channelcert.cli;

import channelcert.certification.preflight.Reason;
import channelcert.certification.sign.PublicKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the public keys come from that something is verified with. */
final class KeyOption {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST = 1 << 20;

  @Option(
      names = "--key",
      paramLabel = "FILE|URL",
      description =
          "Published keys, as a JWK Set (default: certification-keys.json beside the file).")
  private @Nullable String key;

  /** The keys that were named, else those beside the file. */
  PublicKeys keys(Path file) {
    String where = key == null ? file.resolveSibling(CertificationFiles.KEYS).toString() : key;
    String text = where.matches("https?://.*") ? fetched(where) : read(Path.of(where), key);
    return PublicKeys.parse(text)
        .orElseThrow(() -> UserError.usage("--key: " + where + " holds no keys (a JWK Set)"));
  }

  /** Keys that travel with a file prove less than keys from whoever signed it. */
  String caution() {
    return key == null
        ? ", by the keys beside it; --key with the published ones proves who signed it"
        : "";
  }

  private static String read(Path file, @Nullable String named) {
    String otherwise =
        named == null ? ", the published keys; name their file or address with --key" : "";
    return new String(GivenFile.read(file, otherwise), StandardCharsets.UTF_8);
  }

  private static String fetched(String url) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw UserError.usage("--key: " + url + " answers HTTP " + answer.statusCode());
        }
        return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.usage(
          "--key: "
              + url
              + " cannot be fetched ("
              + Reason.of(e, PATIENCE)
              + "); correct the address, or name a file that holds the keys");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.usage("--key: interrupted while fetching " + url);
    }
  }
}
