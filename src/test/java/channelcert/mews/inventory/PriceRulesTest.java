package channelcert.mews.inventory;

import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.contract.channelmanager.AgePrice;
import channelcert.contract.channelmanager.DependentRate;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.mews.MewsFixture;
import channelcert.mews.property.DependentRate.Adjustment;
import channelcert.mews.property.PropertyEditing;
import channelcert.store.DatabaseUrl;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prices by age and prices that follow from others, as they leave. */
class PriceRulesTest {
  private static final String HOUSE = "canal-house";

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void pricesByAgeAreSentOnceTheyAreSwitchedOn(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url, 7, 7, 5000).synchronised()) {
      fixture.mews.changePrices(HOUSE, List.of(flx("90.00")));
      assertThat(sent(fixture)).allMatch(price -> price.agePrices() == null);

      editing(fixture)
          .priceByAge(HOUSE, Map.of("Child", new BigDecimal("50"), "Infant", new BigDecimal("0")));

      List<RatePrice> prices = sent(fixture);
      assertThat(prices).hasSizeGreaterThan(30).allMatch(price -> price.agePrices() != null);
      RatePrice breakfast = one(prices, "PKG", "TWN", TODAY.plusDays(2));
      assertThat(breakfast.agePrices())
          .extracting(PriceRulesTest::text)
          .containsExactly(
              "Child 1 53.50 49.09",
              "Child 2 69.50 63.76",
              "Infant 1 0.00 0.00",
              "Infant 2 0.00 0.00");

      fixture.channelManager.received.clear();
      editing(fixture).priceByAge(HOUSE, Map.of());
      assertThat(sent(fixture)).isNotEmpty().allMatch(price -> price.agePrices() == null);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aDependentRateIsPricedOutAndFollowsItsBase(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url, 7, 7, 5000).synchronised()) {
      editing(fixture).derive(HOUSE, tenPercentLess(adjustment(TODAY.plusDays(1), "-5.00")));
      List<RatePrice> derived = sent(fixture);
      assertThat(derived).isNotEmpty().allMatch(price -> price.ratePlanCode().equals("NRF"));
      assertThat(gross(one(derived, "NRF", "SGL", TODAY))).isEqualTo("85.50");
      assertThat(gross(one(derived, "NRF", "SGL", TODAY.plusDays(1)))).isEqualTo("80.50");

      fixture.mews.changePrices(HOUSE, List.of(flx("70.01")));
      List<RatePrice> changed = sent(fixture);
      assertThat(changed).hasSize(2);
      assertThat(gross(one(changed, "FLX", "SGL", TODAY))).isEqualTo("70.01");
      assertThat(gross(one(changed, "NRF", "SGL", TODAY))).isEqualTo("63.01");

      editing(fixture).endDeriving(HOUSE, "NRF");
      assertThat(gross(one(sent(fixture), "NRF", "SGL", TODAY.plusDays(2)))).isEqualTo("72.00");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aConnectionThatWantsRulesIsSentRulesInsteadOfPrices(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url, 7, 7, 5000).synchronised()) {
      editing(fixture).connections().receiveDependentRates(CONNECTION, true);
      fixture.tickUntilIdle();
      editing(fixture).derive(HOUSE, tenPercentLess(adjustment(TODAY.plusDays(1), "-5.00")));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.ratePrices()).isNull();
                assertThat(message.dependentRates())
                    .singleElement()
                    .satisfies(PriceRulesTest::isTenPercentLess);
              });

      fixture.channelManager.received.clear();
      editing(fixture).connections().receiveDependentRates(CONNECTION, false);
      assertThat(gross(one(sent(fixture), "NRF", "SGL", TODAY))).isEqualTo("85.50");
    }
  }

  private static void isTenPercentLess(DependentRate rate) {
    assertThat(rate.rateCode()).isEqualTo("NRF");
    assertThat(rate.baseRateCode()).isEqualTo("FLX");
    assertThat(rate.adjustments()).hasSize(2);
    assertThat(rate.adjustments().getFirst().relativeValue()).isEqualTo(new BigDecimal("-10"));
    assertThat(rate.adjustments().getLast().startDate()).isEqualTo(TODAY.plusDays(1));
    assertThat(rate.adjustments().getLast().absoluteValue()).isEqualByComparingTo("-5");
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatCannotFollowIsRefused(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url, 7, 7, 5000)) {
      PropertyEditing editing = editing(fixture);
      editing.derive(HOUSE, tenPercentLess());
      refused(() -> editing.derive(HOUSE, rate("LST", "NRF")), "NRF");
      refused(() -> editing.derive(HOUSE, rate("FLX", "CRP")), "FLX");
      refused(() -> editing.derive(HOUSE, rate("CRP", "CRP")), "CRP");
      refused(() -> editing.derive(HOUSE, rate("XYZ", "FLX")), "XYZ");
      refused(() -> editing.removeRatePlan(HOUSE, "FLX"), "base");
      refused(() -> editing.priceByAge(HOUSE, Map.of("Dog", BigDecimal.TEN)), "Dog");
      refused(
          () ->
              fixture.mews.changePrices(
                  HOUSE,
                  List.of(new PriceChange("NRF", "SGL", Nights.of(TODAY, 1), amounts("1.00")))),
          "NRF");
    }
  }

  private static void refused(Runnable change, String named) {
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  private static PropertyEditing editing(MewsFixture fixture) {
    return fixture.mews.editing();
  }

  private static PriceChange flx(String amount) {
    return new PriceChange("FLX", "SGL", Nights.of(TODAY, 1), amounts(amount));
  }

  private static List<BigDecimal> amounts(String amount) {
    return List.of(new BigDecimal(amount));
  }

  private static Adjustment adjustment(LocalDate first, String absolute) {
    return new Adjustment(first, null, BigDecimal.ZERO, new BigDecimal(absolute));
  }

  private static channelcert.mews.property.DependentRate tenPercentLess(Adjustment... more) {
    Adjustment less = new Adjustment(null, null, new BigDecimal("-10"), BigDecimal.ZERO);
    return new channelcert.mews.property.DependentRate(
        "NRF", "FLX", more.length == 0 ? List.of(less) : List.of(less, more[0]));
  }

  private static channelcert.mews.property.DependentRate rate(String code, String base) {
    return new channelcert.mews.property.DependentRate(code, base, List.of());
  }

  private static List<RatePrice> sent(MewsFixture fixture) {
    fixture.channelManager.received.clear();
    fixture.tickUntilIdle();
    return fixture.channelManager.received(UpdatePricesRequest.class).stream()
        .flatMap(message -> Objects.requireNonNull(message.ratePrices()).stream())
        .toList();
  }

  private static RatePrice one(
      List<RatePrice> prices, String rate, String category, LocalDate night) {
    return prices.stream()
        .filter(each -> each.ratePlanCode().equals(rate) && each.spaceTypeCode().equals(category))
        .filter(each -> !each.from().isAfter(night) && !each.to().isBefore(night))
        .findFirst()
        .orElseThrow();
  }

  private static String gross(RatePrice price) {
    return price.prices().getFirst().grossAmount().toPlainString();
  }

  private static String text(AgePrice price) {
    return price.ageCategoryCode()
        + " "
        + price.guestCount()
        + " "
        + price.grossAmount()
        + " "
        + price.netAmount();
  }
}
