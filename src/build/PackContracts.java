import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the specs and pacts for teams that build without us: a zip with manifest.json and
 * SHA256SUMS. The same sources give the same bytes.
 */
final class PackContracts {
  /** From the name in the zip to the file. */
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "README.md", "docs/for-other-languages.md",
              "api-spec/candidate-driver.yaml", "api-spec/candidate-driver.yaml",
              "api-spec/channel-manager-operations.yaml",
                  "api-spec/channel-manager-operations.yaml",
              "api-spec/mews-operations.yaml", "api-spec/mews-operations.yaml",
              "api-spec/shared/schemas.yaml", "api-spec/shared/schemas.yaml",
              "pact/channel-manager-mews.json", "pact/channel-manager-mews.json",
              "pact/mews-channel-manager.json", "pact/mews-channel-manager.json",
              "verify-pact.cjs", "src/test/resources/verify-pact.cjs"));

  private PackContracts() {}

  /** Arguments: project folder, zip, version, time stamp of every entry. */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[0]);
    Map<String, byte[]> entries = new TreeMap<>();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      entries.put(file.getKey(), Files.readAllBytes(project.resolve(file.getValue())));
    }
    entries.put("manifest.json", manifest(entries, arguments[2]));
    entries.put("SHA256SUMS", sums(entries));
    Path zip = Path.of(arguments[1]);
    Files.createDirectories(zip.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(zip)) {
      write(entries, Instant.parse(arguments[3]), out);
    }
  }

  private static byte[] manifest(Map<String, byte[]> entries, String version) {
    StringBuilder json = new StringBuilder();
    json.append("{\n  \"schema\": \"channelcert-contracts/1\",\n  \"version\": \"");
    json.append(version).append("\",\n  \"files\": [");
    String separator = "\n";
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      json.append(separator)
          .append(
              "    {\"path\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}"
                  .formatted(entry.getKey(), entry.getValue().length, sum(entry.getValue())));
      separator = ",\n";
    }
    return json.append("\n  ]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** In the form that sha256sum -c reads. */
  private static byte[] sums(Map<String, byte[]> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach((name, bytes) -> lines.append(sum(bytes) + "  " + name + "\n"));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Map<String, byte[]> entries, Instant at, OutputStream out)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  private static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
