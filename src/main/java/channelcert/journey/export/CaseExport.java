package channelcert.journey.export;

import channelcert.certification.file.FilePage;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import channelcert.http.Json;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.audit.AuditStore;
import channelcert.journey.audit.HashChain;
import channelcert.journey.call.CallStore;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.certificate.CertificateStore;
import channelcert.journey.certificate.IssuedCertificate;
import channelcert.journey.file.FileStore;
import channelcert.journey.file.FileVersion;
import channelcert.journey.post.MailBoxStore;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a case as one archive: everything but secrets, a file after another, the signed manifest
 * last. Exchanges are read in pages, so that the archive may be larger than the memory.
 */
public final class CaseExport {
  static final String HISTORY = "history.json";

  private final ExportStore store;
  private final CaseStore cases;
  private final AuditStore audit;
  private final RemarkStore remarks;
  private final EndpointStore endpoints;
  private final FileStore files;
  private final CallStore calls;
  private final CertificateStore certificates;
  private final MailBoxStore mails;
  private final SigningKeys keys;
  private final Clock clock;

  public CaseExport(
      ExportStore store,
      CaseStore cases,
      AuditStore audit,
      RemarkStore remarks,
      EndpointStore endpoints,
      FileStore files,
      CallStore calls,
      CertificateStore certificates,
      MailBoxStore mails,
      SigningKeys keys,
      Clock clock) {
    this.store = store;
    this.cases = cases;
    this.audit = audit;
    this.remarks = remarks;
    this.endpoints = endpoints;
    this.files = files;
    this.calls = calls;
    this.certificates = certificates;
    this.mails = mails;
    this.keys = keys;
    this.clock = clock;
  }

  /** Writes the archive; the stream stays open. */
  public void write(CertificationCase found, OutputStream out) throws IOException {
    Instant now = clock.instant();
    try (Archive archive = new Archive(out, now)) {
      List<AuditEntry> history = audit.entries(found.id());
      archive.json("case.json", cases.find(found.id()).orElse(found));
      archive.json(HISTORY, history);
      archive.json("comments.json", remarks.comments(found.id()));
      archive.json("issues.json", remarks.issues(found.id()));
      archive.json("mappings.json", store.mappings(found.id()));
      archive.json("calls.json", calls.calls(found.id()));
      archive.json("mails.json", mails.about(found.id()));
      for (Environment each : Environment.values()) {
        archive.json(
            "endpoints-" + each.name().toLowerCase(Locale.ROOT) + ".json",
            endpoints.of(found.id(), each));
      }
      runs(archive, found.id());
      files(archive, found.id());
      for (IssuedCertificate each : certificates.of(found.id())) {
        archive.text(name("certificates/attempt", each.content().attempt(), ".jws"), each.signed());
        archive.json(
            name("certificates/attempt", each.content().attempt(), "-status.json"), status(each));
      }
      archive.text("certification-keys.json", keys.published());
      manifest(archive, found, history, now);
    }
  }

  private static Map<String, String> status(IssuedCertificate certificate) {
    return Map.of(
        "id", certificate.content().id(),
        "status", certificate.revokedAt() == null ? "VALID" : "REVOKED",
        "revokedAt", String.valueOf(Optional.ofNullable(certificate.revokedAt()).orElse(null)),
        "revokedBecause", Optional.ofNullable(certificate.revokedBecause()).orElse(""));
  }

  private void runs(Archive archive, String caseId) throws IOException {
    for (Map<String, Object> run : store.runs(caseId)) {
      int number = (int) run.getOrDefault("number", 0);
      archive.json(name("runs/run", number, "/run.json"), run);
      archive.json(name("runs/run", number, "/rows.json"), store.rows(caseId, number));
      int last = 0;
      List<ExportStore.StoredExchange> page = store.exchangesAfter(caseId, number, last);
      while (!page.isEmpty()) {
        for (ExportStore.StoredExchange each : page) {
          String folder = name("runs/run", number, "/exchanges/") + "%06d".formatted(each.number());
          archive.json(folder + ".json", each.facts());
          archive.text(folder + "-content.json", each.content());
        }
        last = page.getLast().number();
        page = store.exchangesAfter(caseId, number, last);
      }
    }
  }

  private void files(Archive archive, String caseId) throws IOException {
    for (FileVersion each : files.versions(caseId)) {
      String file = name("files/version", each.number(), "");
      archive.add(file + ".json", each.file().json());
      archive.text(file + ".jws", each.signed());
      archive.add(file + ".xlsx", FileWorkbook.of(each.file()));
      archive.text(file + ".html", FilePage.of(each.file()));
      Optional<byte[]> returned = files.workbook(caseId, each.number());
      if (returned.isPresent()) {
        archive.add(file + "-as-returned.xlsx", returned.get());
      }
    }
  }

  private void manifest(
      Archive archive, CertificationCase found, List<AuditEntry> history, Instant now)
      throws IOException {
    Manifest manifest =
        new Manifest(
            Manifest.SCHEMA,
            found.id(),
            now.toString(),
            history.isEmpty() ? HashChain.START : history.getLast().hash(),
            history.size(),
            archive.entries());
    archive.text(Manifest.NAME, keys.sign(Sort.EXPORT, Json.mapper().writeValueAsBytes(manifest)));
  }

  private static String name(String before, int number, String after) {
    return before + "-" + number + after;
  }
}
