package channelcert.channelmanager.availabilityblock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block is.
 *
 * @param release absent where Mews did not tell
 * @param ratePlanCode rate plan from which its prices derive; absent for a block of Mews
 * @param joined whether all bookings from it form one group
 */
public record BlockContent(
    String name,
    BlockDates dates,
    @Nullable Release release,
    @Nullable String ratePlanCode,
    List<Category> categories,
    Booker booker,
    @Nullable String notes,
    boolean joined) {
  /** The same with prices that derive from a rate plan. */
  BlockContent derivedFrom(@Nullable String newRatePlanCode) {
    return new BlockContent(
        name, dates, release, newRatePlanCode, categories, booker, notes, joined);
  }

  /**
   * When units that nobody picked up return to sale: on a day, or each night some time before.
   *
   * @param offset such as {@code P3D}
   */
  public record Release(@Nullable LocalDate fixedDay, @Nullable String offset) {}

  /** What is held of a category, and what of it is picked up. */
  public record Category(
      String spaceTypeCode, List<Units> allotted, List<Units> occupied, List<NightPrice> prices) {}

  /** Units on each night. */
  public record Units(BlockDates dates, int count) {}

  /** Price of a space on each night for a number of persons. */
  public record NightPrice(
      BlockDates dates, int guests, BigDecimal gross, BigDecimal net, String currencyCode) {}

  /** The contact person. */
  public record Booker(@Nullable String firstName, String lastName) {}
}
