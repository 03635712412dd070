package channelcert.channelmanager.extranet.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A window of nights.
 *
 * @param from first night
 * @param days how many nights are shown
 * @param guests number of guests whose prices are shown; 0 for all
 * @param category the only space category that is shown; empty for all
 * @param side the prices that are shown, in words
 * @param occupancies every number of guests that is priced
 * @param stored whether anything is stored for the window
 */
public record CalendarView(
    LocalDate from,
    int days,
    int guests,
    String category,
    String side,
    LocalDate today,
    List<Day> nights,
    List<Month> months,
    List<CategoryRows> rows,
    List<String> categories,
    List<Integer> occupancies,
    List<SourceLine> sources,
    boolean stored) {

  /** A column. */
  public record Day(LocalDate date, String weekday, boolean weekend, boolean today) {}

  /** Columns of one month. */
  public record Month(String name, int columns) {}

  /** What is shown of a space category. */
  public record CategoryRows(
      String code, String name, List<Cell> availability, List<RateRows> rates) {}

  /**
   * What is shown of a rate plan in a category.
   *
   * @param currency of every price; empty where there is none
   */
  public record RateRows(
      String code, String name, String currency, List<PriceRow> prices, List<Cell> restrictions) {}

  /** Prices for one number of guests. */
  public record PriceRow(int guests, List<Cell> cells) {}

  /**
   * What is stored for one night.
   *
   * @param text shown; empty where nothing is stored
   * @param kind how it looks
   * @param detail said in full; empty where the text says it all
   * @param source number of the message that set it, from 1; 0 when that is not known
   */
  public record Cell(String text, String kind, String detail, int source) {
    public static final Cell NOTHING = new Cell("", "none", "nothing was pushed", 0);
  }

  /** A message that set cells of the window. */
  public record SourceLine(int number, String kind, String messageId, Instant at) {}

  /** Address of the same window elsewhere in time or wider. */
  public String address(LocalDate start, int length) {
    return "?from="
        + start
        + "&days="
        + length
        + "&guests="
        + guests
        + "&category="
        + Words.inAddress(category);
  }
}
