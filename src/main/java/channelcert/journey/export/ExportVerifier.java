package channelcert.journey.export;

import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.certification.sign.Sort;
import channelcert.http.Json;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.audit.HashChain;
import channelcert.journey.certificate.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Verifies an archive of a case: its manifest, every file, the chain of its history. */
public final class ExportVerifier {
  private static final int LONGEST_KEPT = 64 << 20;
  private static final int MOST_FILES = 1_000_000;

  private final PublicKeys keys;
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<String, String> certificates = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private @Nullable String manifest;
  private byte[] history = new byte[0];

  private ExportVerifier(PublicKeys keys) {
    this.keys = keys;
  }

  /**
   * What was found.
   *
   * @param attests what the archive attests, a line each
   * @param differences where it is not as it was signed, a line each
   */
  public record Found(List<String> attests, List<String> differences) {}

  /**
   * Reads an archive.
   *
   * @throws NotAuthentic when its manifest is not as it was signed, or there is none
   * @throws IOException when it is no archive
   */
  public static Found verify(InputStream archive, PublicKeys keys)
      throws NotAuthentic, IOException {
    ExportVerifier verifier = new ExportVerifier(keys);
    verifier.read(archive);
    return verifier.found();
  }

  private void read(InputStream archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        String name = each.getName();
        if (hashes.containsKey(name) || (name.equals(Manifest.NAME) && manifest != null)) {
          differences.add(name + " is there twice");
        }
        if (hashes.size() > MOST_FILES) {
          throw new IOException("it holds more than " + MOST_FILES + " files");
        }
        entry(name, zip);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no archive of a case", e);
    }
  }

  private void entry(String name, ZipInputStream zip) throws IOException {
    if (name.equals(Manifest.NAME)) {
      manifest = new String(kept(name, zip), StandardCharsets.UTF_8);
      return;
    }
    MessageDigest digest = Archive.digest();
    if (name.equals(CaseExport.HISTORY)) {
      history = kept(name, zip);
      digest.update(history);
    } else if (name.startsWith("certificates/") && name.endsWith(".jws")) {
      byte[] content = kept(name, zip);
      certificates.put(name, new String(content, StandardCharsets.UTF_8));
      digest.update(content);
    } else {
      byte[] buffer = new byte[1 << 16];
      for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    hashes.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  private static byte[] kept(String name, ZipInputStream zip) throws IOException {
    byte[] content = zip.readNBytes(LONGEST_KEPT + 1);
    if (content.length > LONGEST_KEPT) {
      throw new IOException(name + " is larger than an archive of a case can hold");
    }
    return content;
  }

  private Found found() throws NotAuthentic, IOException {
    if (manifest == null) {
      throw new IOException("it holds no " + Manifest.NAME + ", so it is no archive of a case");
    }
    PublicKeys.Verified verified = keys.verify(Sort.EXPORT, manifest);
    Manifest signed = Json.mapper().readValue(verified.content(), Manifest.class);
    Set<String> known = new HashSet<>();
    for (Archive.Entry each : signed.files()) {
      known.add(each.name());
      String hash = hashes.get(each.name());
      if (hash == null) {
        differences.add(each.name() + " is missing");
      } else if (!hash.equals(each.sha256())) {
        differences.add(each.name() + " was changed");
      }
    }
    hashes.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> differences.add(name + " was added"));
    chain(signed);
    return new Found(
        List.of(
            "Case: " + signed.caseId(),
            "Exported at: " + signed.exportedAt(),
            "Files: " + signed.files().size(),
            "History: %d entries, head %s".formatted(signed.auditEntries(), signed.auditHead()),
            "Certificates: " + certificates.size(),
            "Signed with the key " + verified.keyId()),
        List.copyOf(differences));
  }

  private void chain(Manifest signed) {
    List<AuditEntry> entries;
    try {
      entries = List.of(Json.mapper().readValue(history, AuditEntry[].class));
    } catch (IOException | RuntimeException e) {
      differences.add("history.json cannot be read");
      return;
    }
    String head = entries.isEmpty() ? HashChain.START : entries.getLast().hash();
    if (!HashChain.holds(entries) || !head.equals(signed.auditHead())) {
      differences.add("the chain of hashes of history.json is broken");
    }
    Set<String> known = entries.stream().map(AuditEntry::hash).collect(Collectors.toSet());
    certificates.forEach((name, jws) -> certificate(name, jws, known));
  }

  /** A certificate names the history that it was signed upon. */
  private void certificate(String name, String jws, Set<String> known) {
    try {
      Certificate content = Certificate.parse(keys.verify(Sort.CERTIFICATE, jws).content());
      if (!known.contains(content.auditHead())) {
        differences.add(name + " was signed upon another history");
      }
    } catch (NotAuthentic e) {
      differences.add(name + ": " + e.reason());
    } catch (IllegalArgumentException e) {
      differences.add(name + " is no certificate");
    }
  }
}
