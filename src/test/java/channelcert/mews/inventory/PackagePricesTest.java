package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.Product;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagePricesTest {
  private static final List<BigDecimal> BASE =
      List.of(new BigDecimal("100.00"), new BigDecimal("120.00"));

  /** The vector of the domain reference, 13.4. */
  @Test
  void foldsBreakfastPerPersonIntoThePackage() {
    PackagePrices prices = new PackagePrices(property(product("BRK", 4, "12.00", "11.01")));

    assertThat(prices.fold("FLX", BASE))
        .containsExactly(price(1, "100.00", "91.74"), price(2, "120.00", "110.09"));
    assertThat(prices.fold("PKG", BASE))
        .containsExactly(price(1, "112.00", "102.75"), price(2, "144.00", "132.11"));
  }

  @Test
  void addsAProductPerNightOnceAndOthersNotAtAll() {
    PackagePrices prices =
        new PackagePrices(
            property(
                product("PRK", 3, "20.00", "18.35"),
                product("LTC", 1, "25.00", "22.94"),
                product("WEL", 2, "7.00", "6.42")));

    assertThat(prices.fold("PKG", BASE))
        .containsExactly(price(1, "120.00", "110.09"), price(2, "140.00", "128.44"));
  }

  private static NightPrice price(int guests, String gross, String net) {
    return new NightPrice(guests, new BigDecimal(gross), new BigDecimal(net));
  }

  private static Product product(String code, int pricing, String gross, String net) {
    return new Product(
        code, code, pricing, new BigDecimal(gross), new BigDecimal(net), List.of("PKG"));
  }

  private static Property property(Product... products) {
    return new Property(
        "p",
        "P",
        "p@example.com",
        "EUR",
        "Europe/Amsterdam",
        9,
        PricingMode.GROSS,
        List.of(),
        List.of(),
        List.of(),
        List.of(products));
  }
}
