package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FileVerifier;
import channelcert.certification.file.FileWorkbook;
import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import channelcert.journey.certificate.CertificateVerifier;
import channelcert.journey.export.ExportVerifier;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a case leaves behind: files, calls, certificates, archives. */
class PaperTest {
  private final PortalFixture fixture = new PortalFixture(Databases.inMemory());
  private final Journey journey = new Journey(fixture);

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void theFileIsHandedOutFilledInAndTakenBackAndNoVersionChanges() throws Exception {
    journey.toSelfTesting();
    journey.toFileIssued();
    JsonNode issued = files();
    assertThat(issued.at("/versions/0/kind").asText()).isEqualTo("ISSUED");
    assertThat(issued.path("missing").get(0).asText())
        .isEqualTo("Who is responsible for these answers");
    CertificationFile file = stored(1);
    assertThat(file.content().tests()).hasSize(25);
    assertThat(file.content().tests().getFirst().verdict()).isEqualTo("passed");
    assertThat(file.content().facts())
        .anyMatch(fact -> fact.label().equals("Partner ID") && fact.value().equals("INT123456"))
        .anyMatch(fact -> fact.label().equals("Endpoint updatePrices"));

    String upload = journey.path("/files");
    assertThat(
            fixture.upload(
                journey.administrator(), upload, "no zip".getBytes(StandardCharsets.UTF_8)))
        .startsWith("400")
        .contains("\"field\":\"file\"", "it is no XLSX workbook");
    assertThat(fixture.upload(journey.administrator(), upload, new byte[3 << 20]))
        .contains("it has 3 MB");
    assertThat(fixture.upload(journey.administrator(), upload, new byte[5 << 20]))
        .doesNotStartWith("2");
    byte[] changed =
        edited(
            FileWorkbook.of(file),
            "xl/sharedStrings.xml",
            text -> text.replace(">not run<", ">passed<"));
    assertThat(fixture.upload(journey.administrator(), upload, changed))
        .startsWith("400")
        .contains("Only the yellow cells", "Tests!E");
    byte[] filled =
        FileWorkbook.of(file.with(Map.of("responsible", "Ada Visser", "test.INV-1", "seen")));
    assertThat(fixture.upload(journey.administrator(), upload, filled)).startsWith("200");
    assertThat(fixture.upload(fixture.as(Role.PROPERTY), upload, filled)).startsWith("403");

    journey.take("T10", journey.administrator(), "");
    assertThat(files().at("/versions/1/frozen").asBoolean()).isTrue();
    assertThat(fixture.upload(journey.administrator(), upload, filled)).startsWith("409");
    journey.take("T11", journey.certifier(), "'comment':'Who tested INV-2?'");
    JsonNode again = files();
    assertThat(again.path("versions")).hasSize(3);
    assertThat(again.at("/versions/1/sha256").asText())
        .isNotEqualTo(issued.at("/versions/0/sha256").asText());
    assertThat(again.at("/versions/0/sha256")).isEqualTo(issued.at("/versions/0/sha256"));
    assertThat(stored(3).answers()).containsEntry("test.INV-1", "seen");
    assertThat(new String(download("/files/3/page"), StandardCharsets.UTF_8))
        .contains("Ada Visser");
    assertThat(
            FileVerifier.of(
                    new String(download("/files/3/signed"), StandardCharsets.US_ASCII),
                    fixture.keys.publicKeys())
                .compare("w.xlsx", download("/files/3/workbook"))
                .differences())
        .isEmpty();
  }

  @Test
  void aCallIsOfferedBookedMovedHeldAndNoted() {
    journey.toSelfTesting();
    journey.toFileIssued();
    answer();
    journey.take("T10", journey.administrator(), "");
    String slot = fixture.slot();
    String later = fixture.slot();
    assertThat(
            fixture.refused(
                journey.certifier(),
                "POST",
                "/api/call-slots",
                "{'startsAt':'2027-01-02T10:30:00Z'}"))
        .isEqualTo("400 You offer a time that overlaps this one; each takes 90 minutes.");
    assertThat(
            fixture.refused(
                journey.certifier(),
                "POST",
                "/api/call-slots",
                "{'startsAt':'2026-01-02T10:30:00Z'}"))
        .isEqualTo("400 Offer a time between now and a year from now.");
    assertThat(journey.refused("T12", journey.administrator(), "'slot':'s-1'"))
        .startsWith("400 This time is not offered");
    journey.take("T12", journey.administrator(), "'slot':'%s'".formatted(slot));
    assertThat(fixture.done(journey.administrator(), "GET", "/api/call-slots", null).path("slots"))
        .hasSize(1);
    assertThat(fixture.refused(journey.certifier(), "DELETE", "/api/call-slots/" + slot, null))
        .startsWith("409");
    assertThat(invitation())
        .contains(
            "\r\nSEQUENCE:0\r\n",
            "\r\nDTSTART:20270102T100000Z\r\n",
            "\r\nDTEND:20270102T113000Z\r\n");

    assertThat(journey.refused("T13", journey.administrator(), "'slot':'%s'".formatted(slot)))
        .isEqualTo("400 This time is booked already; choose another one.");
    journey.take("T13", journey.certifier(), "'slot':'%s'".formatted(later));
    assertThat(invitation())
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains(
            "\r\nMETHOD:REQUEST\r\n", "\r\nSEQUENCE:1\r\n", "\r\nDTSTART:20270102T113000Z\r\n")
        .contains("\r\nUID:call-" + journey.caseId() + "-1@channelcert\r\n")
        .satisfies(
            text ->
                assertThat(text.split("\r\n"))
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
    assertThat(fixture.done(journey.administrator(), "GET", "/api/call-slots", null).path("slots"))
        .as("the first time is free again")
        .hasSize(1);

    journey.take("T14", journey.certifier(), "'attendees':['Ada Visser','Carla Bos']");
    fixture.clock.advance(Duration.ofMinutes(91));
    assertThat(call().path("overtime").asBoolean()).isTrue();
    put("/call/extension", "POST", "'minutes':30");
    assertThat(call().path("overtime").asBoolean()).isFalse();
    put("/call/protocol", "PUT", "'content':'INV-1 to INV-6 were seen.'");
    journey.passed(true, "INV", 6);
    journey.take("T15", journey.certifier(), "'comment':'All shown.'");
    assertThat(call().path("state").asText()).isEqualTo("ENDED");
    assertThat(call().path("protocol").asText()).isEqualTo("INV-1 to INV-6 were seen.\nAll shown.");
    assertThat(call().path("attendees")).hasSize(2);
    assertThat(
            fixture.refused(
                journey.certifier(), "POST", journey.path("/call/extension"), body("'minutes':30")))
        .startsWith("409 The call is not running");
  }

  @Test
  void aCertificateIsSignedPublicAndRevokedAndTheArchiveProvesAllOfIt() throws Exception {
    journey.toEvaluation();
    journey.certify();
    JsonNode listed =
        fixture
            .done(journey.administrator(), "GET", journey.path("/certificates"), null)
            .at("/certificates/0");
    String address = "/api/certificates/" + listed.path("id").asText();
    JsonNode open = PortalFixture.json(fixture.call("GET", address, null, null));
    assertThat(open.path("status").asText()).isEqualTo("VALID");
    assertThat(open.path("tests")).hasSize(24);
    String keys = fixture.call("GET", "/api/keys", null, null).body();
    PublicKeys published = PublicKeys.parse(keys).orElseThrow();
    String signed = open.path("signed").asText();
    assertThat(CertificateVerifier.lines(CertificateVerifier.verify(signed, published)))
        .contains("Application: Acme Channels", "Partner: Partner INT123456 (INT123456)");
    assertThatThrownBy(
            () -> CertificateVerifier.verify(signed.replaceFirst("\\.(.)", ".x$1"), published))
        .isInstanceOf(NotAuthentic.class);
    JsonNode history = fixture.done(journey.certifier(), "GET", journey.path("/history"), null);
    assertThat(history.path("entries").findValuesAsText("hash"))
        .contains(open.path("auditHead").asText());

    journey.take("T29", journey.administrator(), "'change':'Availability blocks'");
    open = PortalFixture.json(fixture.call("GET", address, null, null));
    assertThat(open.path("status").asText()).isEqualTo("REVOKED");
    assertThat(open.path("revokedBecause").asText())
        .isEqualTo("Re-certification: Availability blocks");
    assertThat(fixture.call("GET", "/api/certificates/none", null, null).statusCode())
        .isEqualTo(404);

    byte[] archive = download("/export");
    ExportVerifier.Found found =
        ExportVerifier.verify(new ByteArrayInputStream(archive), published);
    assertThat(found.differences()).isEmpty();
    assertThat(found.attests()).contains("Case: " + journey.caseId(), "Certificates: 1");
    assertThat(
            differences(archive, "history.json", text -> text.replace("Acme", "Evil"), published))
        .containsExactly(
            "history.json was changed", "the chain of hashes of history.json is broken");
    assertThat(differences(archive, "runs/run-1/rows.json", text -> text + " ", published))
        .containsExactly("runs/run-1/rows.json was changed");
    assertThatThrownBy(
            () -> ExportVerifier.verify(new ByteArrayInputStream(new byte[10]), published))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                ExportVerifier.verify(
                    new ByteArrayInputStream(archive),
                    SigningKeys.choose(new SecureRandom()).publicKeys()))
        .isInstanceOf(NotAuthentic.class);
  }

  private static List<String> differences(
      byte[] archive, String name, UnaryOperator<String> change, PublicKeys keys) throws Exception {
    return ExportVerifier.verify(new ByteArrayInputStream(edited(archive, name, change)), keys)
        .differences();
  }

  private JsonNode files() {
    return fixture.done(journey.administrator(), "GET", journey.path("/files"), null);
  }

  private void answer() {
    fixture.done(
        journey.administrator(),
        "POST",
        journey.path("/files/answers"),
        "{'answers':[{'key':'responsible','value':'Ada Visser'}]}");
  }

  private JsonNode call() {
    return fixture.done(journey.administrator(), "GET", journey.path("/call"), null).path("call");
  }

  private String invitation() {
    return new String(download("/call/invitation"), StandardCharsets.UTF_8);
  }

  private byte[] download(String path) {
    return fixture.download(journey.administrator(), journey.path(path));
  }

  private void put(String path, String method, String given) {
    fixture.done(journey.certifier(), method, journey.path(path), body(given));
  }

  private String body(String given) {
    return "{'revision':" + journey.read().path("revision").asLong() + "," + given + "}";
  }

  private CertificationFile stored(int number) throws Exception {
    String signed = new String(download("/files/" + number + "/signed"), StandardCharsets.US_ASCII);
    return CertificationFile.parse(
        fixture
            .keys
            .publicKeys()
            .verify(Sort.FILE, signed)
            .content()
            .getBytes(StandardCharsets.UTF_8));
  }

  /** An archive in which one file says something else. */
  static byte[] edited(byte[] archive, String name, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(archive).get();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var entry : Collections.list(in.getEntries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().equals(name)
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
