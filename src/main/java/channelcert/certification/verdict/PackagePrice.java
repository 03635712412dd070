package channelcert.certification.verdict;

import channelcert.certification.verdict.PropertyFacts.Product;
import channelcert.certification.verdict.PushedCells.Pushed;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The certification checks itself: what was pushed for a package is the base price with the
 * packaged product for every number of guests, gross and net (domain reference 7.3). A difference
 * is the fault of the Mews side, never of the candidate.
 */
public final class PackagePrice {
  private PackagePrice() {}

  /**
   * Compares the pushes with a note.
   *
   * @param fact name of the note that holds the base prices that were set, as {@code
   *     [{"spaceTypeCode", "from", "to", "gross": []}]}
   * @param ratePlanCode the package
   */
  public static Check isBasePlusProduct(String fact, String ratePlanCode) {
    return evidence -> {
      PropertyFacts property = PropertyFacts.of(evidence);
      List<Message> pushes = PushKind.PRICES.pushes(evidence);
      String rule = "base price plus product for every number of guests, gross and net";
      if (pushes.isEmpty()) {
        return Finding.missing(rule, "no price was pushed", "See the other expectations.");
      }
      Map<Cell, Pushed> pushed = PushedCells.of(PushKind.PRICES, PriceSide.GROSS, pushes);
      int compared = 0;
      for (JsonNode base : PropertyFacts.json(evidence.fact(fact))) {
        compared += compare(base, ratePlanCode, property, pushed);
      }
      return Finding.passed(rule, compared + " prices computed again", Answers.ids(pushes));
    };
  }

  private static int compare(
      JsonNode base, String rate, PropertyFacts property, Map<Cell, Pushed> pushed) {
    int compared = 0;
    LocalDate from = LocalDate.parse(base.path("from").asText());
    LocalDate to = LocalDate.parse(base.path("to").asText());
    for (LocalDate night : from.datesUntil(to.plusDays(1)).toList()) {
      for (int guests = 1; guests <= base.path("gross").size(); guests++) {
        Pushed price =
            pushed.get(new Cell(base.path("spaceTypeCode").asText(), rate, night, guests));
        if (price != null) {
          verify(base.path("gross").path(guests - 1).decimalValue(), guests, rate, property, price);
          compared++;
        }
      }
    }
    return compared;
  }

  private static void verify(
      BigDecimal baseGross, int guests, String rate, PropertyFacts property, Pushed price) {
    BigDecimal tax = BigDecimal.valueOf(100L + property.taxPercent());
    BigDecimal gross = baseGross;
    BigDecimal net =
        baseGross.multiply(BigDecimal.valueOf(100)).divide(tax, 2, RoundingMode.HALF_UP);
    for (Product product : property.products()) {
      if (product.packagedInto().contains(rate)) {
        gross = gross.add(product.gross().multiply(units(product, guests)));
        net = net.add(product.net().multiply(units(product, guests)));
      }
    }
    if (gross.compareTo(new BigDecimal(price.value())) != 0
        || net.compareTo(new BigDecimal(price.otherSide())) != 0) {
      throw new IllegalStateException(
          "the Mews side pushed "
              + price.value()
              + " / "
              + price.otherSide()
              + " for "
              + guests
              + " guests, but base and product make "
              + gross
              + " / "
              + net);
    }
  }

  /** Per night once, per person and night for each guest; other products are never folded in. */
  private static BigDecimal units(Product product, int guests) {
    return switch (product.pricing()) {
      case 3 -> BigDecimal.ONE;
      case 4 -> BigDecimal.valueOf(guests);
      default -> BigDecimal.ZERO;
    };
  }
}
