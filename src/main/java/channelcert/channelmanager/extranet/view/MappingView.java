package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.mapping.OfferedCategory;
import channelcert.channelmanager.mapping.OfferedRate;
import java.util.List;

/**
 * What is mapped, as a table of space categories and rate plans.
 *
 * @param gone pairs that are mapped although Mews does not offer them any more
 * @param unmapped how many offered pairs are not mapped
 */
public record MappingView(
    List<OfferedRate> rates, List<Row> rows, List<Cell> gone, int mapped, int unmapped) {

  /** One category. */
  public record Row(OfferedCategory category, List<Cell> cells) {}

  /**
   * One pair.
   *
   * @param value of its box in the form
   * @param label for people who cannot see where in the table it stands
   * @param withheld mapped, but not sold for the time being
   */
  public record Cell(
      String value, String label, boolean offered, boolean mapped, boolean withheld) {}
}
