package channelcert.journey.api;

import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.FilePage;
import channelcert.certification.file.FileWorkbook;
import channelcert.contract.portal.FileAnswer;
import channelcert.contract.portal.FileAnswers;
import channelcert.contract.portal.FileField;
import channelcert.contract.portal.FileFields;
import channelcert.contract.portal.FileKind;
import channelcert.contract.portal.FileList;
import channelcert.contract.portal.api.FilesApi;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.file.FileDesk;
import channelcert.journey.file.FileVersion;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Versions of the certification file. */
public final class FilesResource implements FilesApi {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Cases cases;
  private final CaseDesk desk;
  private final FileDesk files;
  private final PersonStore people;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  FilesResource(Cases cases, CaseDesk desk, FileDesk files, PersonStore people) {
    this.cases = cases;
    this.desk = desk;
    this.files = files;
    this.people = people;
  }

  @Override
  public FileList listFiles(String caseId) {
    return list(cases.of(security, caseId));
  }

  @Override
  public FileList uploadFile(String caseId, byte[] body) {
    CertificationCase found = cases.of(security, caseId);
    files.upload(desk, found, Caller.person(security), body);
    return list(found);
  }

  @Override
  public FileFields readAnswers(String caseId) {
    FileVersion newest =
        files
            .newest(cases.of(security, caseId))
            .orElseThrow(() -> PortalRefusal.conflict("No certification file is handed out yet."));
    CertificationFile file = newest.file();
    return new FileFields(
        newest.number(),
        file.fields().stream()
            .map(
                field ->
                    FileField.builder()
                        .key(field.key())
                        .place(field.place())
                        .label(field.label())
                        .value(file.answers().getOrDefault(field.key(), ""))
                        .build())
            .toList());
  }

  @Override
  public FileList fillIn(String caseId, FileAnswers given) {
    CertificationCase found = cases.of(security, caseId);
    Map<String, String> answers = new TreeMap<>();
    for (FileAnswer each : given.answers()) {
      answers.put(each.key(), each.value());
    }
    files.fillIn(desk, found, Caller.person(security), answers);
    return list(found);
  }

  @Override
  public Response downloadWorkbook(String caseId, Integer number) {
    FileVersion version = version(caseId, number);
    return Downloads.file(
        FileWorkbook.of(version.file()), XLSX, "certification-file-" + number + ".xlsx");
  }

  @Override
  public Response downloadPage(String caseId, Integer number) {
    return Downloads.page(FilePage.of(version(caseId, number).file()), "text/html; charset=utf-8");
  }

  @Override
  public Response downloadContent(String caseId, Integer number) {
    return Downloads.file(
        version(caseId, number).file().json(),
        "application/json",
        "certification-file-" + number + ".json");
  }

  @Override
  public Response downloadSigned(String caseId, Integer number) {
    return Downloads.file(
        version(caseId, number).signed(),
        "application/jose",
        "certification-file-" + number + ".jws");
  }

  private FileVersion version(String caseId, int number) {
    return files.versions(cases.of(security, caseId)).stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .orElseThrow(
            () -> PortalRefusal.conflict("There is no version " + number + " of the file."));
  }

  private FileList list(CertificationCase found) {
    List<FileVersion> versions = files.versions(found);
    return new FileList(versions.stream().map(this::view).toList(), files.of(found));
  }

  private channelcert.contract.portal.FileVersion view(FileVersion version) {
    String by = version.personId();
    return channelcert.contract.portal.FileVersion.builder()
        .number(version.number())
        .attempt(version.attempt())
        .kind(version.answersNumber() == null ? FileKind.ISSUED : FileKind.RETURNED)
        .answersNumber(version.answersNumber())
        .at(CaseMapper.moment(version.createdAt()))
        .by(by == null ? null : people.find(by).map(Person::name).orElse(by))
        .sha256(version.sha256())
        .frozen(version.frozen())
        .build();
  }
}
