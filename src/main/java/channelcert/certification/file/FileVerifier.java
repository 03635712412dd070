package channelcert.certification.file;

import channelcert.certification.report.VisibleText;
import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.certification.sign.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Holds a certification file, in any of its forms, against what was signed. */
public final class FileVerifier {
  private final CertificationFile signed;
  private final String keyId;

  private FileVerifier(CertificationFile signed, String keyId) {
    this.signed = signed;
    this.keyId = keyId;
  }

  /**
   * What was found.
   *
   * @param attests what the file attests, a line each
   * @param differences where it is not as it was signed, a line each
   */
  public record Found(List<String> attests, List<String> differences) {}

  /**
   * Reads the signed form.
   *
   * @throws NotAuthentic when it was changed or signed with another key
   * @throws UnusableFile when what was signed is no certification file
   */
  public static FileVerifier of(String jws, PublicKeys keys) throws NotAuthentic, UnusableFile {
    PublicKeys.Verified verified = keys.verify(Sort.FILE, jws);
    return new FileVerifier(
        CertificationFile.parse(verified.content().getBytes(StandardCharsets.UTF_8)),
        verified.keyId());
  }

  /** Of the signed form itself. */
  public Found itself() {
    return new Found(attests(), List.of());
  }

  /**
   * Of another form.
   *
   * @param name its ending says which
   * @throws UnusableFile when it cannot be read
   */
  public Found compare(String name, byte[] content) throws UnusableFile {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "json" -> same(content, signed.json());
      case "html" -> same(content, FilePage.of(signed).getBytes(StandardCharsets.UTF_8));
      case "xlsx" -> workbook(content);
      default ->
          throw new UnusableFile("it is neither .jws nor .json, .html or .xlsx; name one of these");
    };
  }

  private Found same(byte[] content, byte[] expected) {
    int at = Arrays.mismatch(content, expected);
    return new Found(
        attests(),
        at < 0 ? List.of() : List.of("it differs from what was signed from byte " + at + " on"));
  }

  private Found workbook(byte[] content) throws UnusableFile {
    ReturnedWorkbook returned = ReturnedWorkbook.read(content, signed);
    List<String> attests = new ArrayList<>(attests());
    signed.fields().stream()
        .filter(field -> returned.answers().containsKey(field.key()))
        .map(field -> "Filled in by the partner, not signed: " + line(field, returned))
        .forEach(attests::add);
    return new Found(List.copyOf(attests), returned.changes());
  }

  private static String line(PartnerField field, ReturnedWorkbook returned) {
    return field.place()
        + " "
        + VisibleText.singleLine(field.label() + ": " + returned.answers().get(field.key()));
  }

  private List<String> attests() {
    List<String> lines = new ArrayList<>();
    lines.add("File: " + signed.content().id());
    signed.content().facts().stream()
        .filter(fact -> !fact.value().isEmpty())
        .map(fact -> VisibleText.singleLine(fact.label() + ": " + fact.value()))
        .forEach(lines::add);
    long passed =
        signed.content().tests().stream().filter(row -> row.verdict().equals("passed")).count();
    lines.add("Tests passed: %d of %d".formatted(passed, signed.content().tests().size()));
    lines.add("Signed with the key " + keyId);
    return lines;
  }
}
