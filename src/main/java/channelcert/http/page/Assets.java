package channelcert.http.page;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The style sheets, scripts and pictures that pages load, held in memory. */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String version;

  /**
   * Reads files from the class path.
   *
   * @param folder of the class path, for example {@code channelcert/extranet}
   */
  public Assets(String folder, List<String> names) {
    MessageDigest digest = Digest.sha256();
    for (String name : names) {
      byte[] bytes = read(folder + "/" + name);
      files.put(name, bytes);
      digest.update(bytes);
    }
    version = HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** Changes whenever a file does; part of the addresses, so that browsers may keep the files. */
  public String version() {
    return version;
  }

  /** A file, to be kept by the browser; 404 for an unknown name. */
  public Response file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      return Response.status(404).build();
    }
    return Response.ok(bytes)
        .type(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }

  private static byte[] read(String path) {
    try (InputStream file = Assets.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return file.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
