package channelcert.journey.pages.view;

import channelcert.certification.file.PartnerField;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.file.FileVersion;
import java.util.List;
import java.util.Map;

/**
 * The certification file of a case.
 *
 * @param versions the newest first
 * @param names of the people who made them, by identifier
 * @param missing what the newest version lacks
 * @param fields by the sheet in which they stand; empty before a file is handed out
 * @param open whether the file is with the partner
 * @param mayFill whether the viewer fills it in now
 * @param keys address of the public keys
 * @param form the answers, and what is wrong with them
 */
public record FilesView(
    CertificationCase found,
    List<FileVersion> versions,
    Map<String, String> names,
    List<String> missing,
    Map<String, List<PartnerField>> fields,
    boolean open,
    boolean mayFill,
    String keys,
    Form form) {

  /** Address of a download of a version. */
  public String download(FileVersion version, String form) {
    return "/api/cases/%s/files/%d/%s".formatted(found.id(), version.number(), form);
  }

  /** Who made a version. */
  public String by(FileVersion version) {
    return version.personId() == null
        ? "the system"
        : names.getOrDefault(version.personId(), version.personId());
  }

  /** How many fields nobody has filled in. */
  public long blank() {
    return fields.values().stream()
        .flatMap(List::stream)
        .filter(each -> form.text(each.key()).isEmpty())
        .count();
  }

  /** The fields of a sheet that have to be filled in, or those that may be. */
  public List<PartnerField> fields(String sheet, boolean needed) {
    return fields.getOrDefault(sheet, List.of()).stream()
        .filter(each -> each.needed() == needed)
        .toList();
  }
}
