package channelcert.certification.file;

import channelcert.certification.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workbook that came back, held against the file that was handed out.
 *
 * @param answers what the partner filled in, by the key of the field
 * @param changes cells that are not the partner's and differ, in one line each
 */
public record ReturnedWorkbook(SortedMap<String, String> answers, List<String> changes) {
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_TOLD = 5;

  /**
   * Reads a workbook.
   *
   * @param issued the file as it was handed out
   * @throws UnusableFile when it is none, is broken, too large, lacks a sheet or holds a formula
   */
  public static ReturnedWorkbook read(byte[] workbook, CertificationFile issued)
      throws UnusableFile {
    Map<String, Map<String, String>> sheets = WorkbookReader.read(workbook);
    SortedMap<String, String> answers = new TreeMap<>();
    List<String> changes = new ArrayList<>();
    for (FileSheets.Sheet plan : FileSheets.of(issued)) {
      Map<String, String> cells = sheets.get(plan.name());
      if (cells == null) {
        throw new UnusableFile(
            "the sheet '%s' is missing; fill in the workbook that was handed out, whole"
                .formatted(plan.name()));
      }
      compare(plan, new TreeMap<>(cells), answers, changes);
    }
    return new ReturnedWorkbook(answers, List.copyOf(changes));
  }

  /** The changed cells in one line; empty when there is none. */
  public Optional<String> complaint() {
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    String told = String.join("; ", changes.stream().limit(MOST_TOLD).toList());
    int more = changes.size() - MOST_TOLD;
    return Optional.of(
        "Only the yellow cells are the partner's, but others were changed: "
            + told
            + (more > 0 ? " and " + more + " more" : "")
            + ".");
  }

  private static void compare(
      FileSheets.Sheet plan,
      Map<String, String> cells,
      SortedMap<String, String> answers,
      List<String> changes) {
    for (int line = 0; line < plan.lines().size(); line++) {
      List<FileSheets.Cell> planned = plan.lines().get(line);
      for (int column = 0; column < planned.size(); column++) {
        FileSheets.Cell cell = planned.get(column);
        String place = (char) ('A' + column) + Integer.toString(line + 1);
        String found = CellText.plain(cells.getOrDefault(place, ""));
        cells.remove(place);
        if (cell.field() != null) {
          answer(cell.field(), found, answers);
        } else if (!found.equals(CellText.plain(cell.text()))) {
          changes.add(
              "%s!%s was '%s' and is '%s'"
                  .formatted(plan.name(), place, shown(cell.text()), shown(found)));
        }
      }
    }
    cells.forEach(
        (place, text) -> {
          if (!text.isBlank()) {
            changes.add("%s!%s was empty and is '%s'".formatted(plan.name(), place, shown(text)));
          }
        });
  }

  private static void answer(PartnerField field, String found, SortedMap<String, String> answers) {
    String typed = CellText.typed(found);
    if (!typed.isEmpty()
        && !typed.equals(FileSheets.FOR_PARTNER)
        && !typed.equals(FileSheets.IF_WANTED)) {
      answers.put(field.key(), typed);
    }
  }

  private static String shown(String text) {
    String line = VisibleText.singleLine(text);
    return line.length() <= LONGEST_SHOWN ? line : VisibleText.cut(line, LONGEST_SHOWN) + "...";
  }
}
