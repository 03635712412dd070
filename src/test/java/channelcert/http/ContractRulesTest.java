package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import channelcert.http.Unreadable.Flaw;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ContractRulesTest {
  private static final Validator STANDARD =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new WordlessInterpolator())
          .buildValidatorFactory()
          .getValidator();

  /** Every kind of rule that the contract uses. */
  @SuppressWarnings("MultipleNullnessAnnotations")
  record Sample(
      @JsonProperty("code") @NotNull @Size(min = 1) @Nullable String code,
      @JsonProperty("currency") @Pattern(regexp = "^[A-Z]{3}$") @Nullable String currency,
      @JsonProperty("nights") @Min(1) @Max(9) @Nullable Integer nights,
      @JsonProperty("latitude") @DecimalMin("-90") @DecimalMax("90") @Nullable BigDecimal latitude,
      @JsonProperty("cvv") @Size(max = 4) @Nullable String cvv,
      @JsonProperty("inner") @Valid @Nullable Sample inner,
      @JsonProperty("list") @Valid @Size(min = 1, max = 2) @Nullable List<@Valid Sample> list) {}

  record Unchecked(@JsonProperty("mail") @Email String mail) {}

  @Test
  void brokenRulesAreWordedInTheOrderOfTheContract() {
    Sample inner = new Sample(null, null, 10, null, "12345", null, List.of());
    Sample sample =
        new Sample("", "eur", 0, new BigDecimal("90.1"), null, inner, List.of(inner, inner));
    assertThat(ContractRules.flaws(sample))
        .extracting(Flaw::rule)
        .containsExactly(
            "code: '' does not have at least 1 entries or characters",
            "currency: 'eur' is not of the form ^[A-Z]{3}$",
            "nights: 0 is less than 1",
            "latitude: 90.1 is more than 90",
            "inner.code is missing",
            "inner.nights: 10 is more than 9",
            "inner.cvv: the value does not have between 0 and 4 entries or characters",
            "inner.list: the list does not have between 1 and 2 entries or characters",
            "list[0].code is missing",
            "list[0].nights: 10 is more than 9",
            "and 6 more");
  }

  @Test
  void theSameRulesAreBrokenAsForTheStandardValidator() {
    Sample good = new Sample("x", "EUR", 9, new BigDecimal("-90"), "123", null, null);
    Sample bad = new Sample(null, "EURO", 99, new BigDecimal("-91"), "12345", null, null);
    for (Sample sample :
        List.of(
            good,
            bad,
            new Sample("x", null, null, null, null, bad, null),
            new Sample("x", null, null, null, null, good, List.of(good, bad)),
            new Sample("x", null, null, null, null, good, Collections.nCopies(3, good)))) {
      assertThat(ContractRules.flaws(sample).stream().map(Flaw::path).sorted().toList())
          .isEqualTo(
              STANDARD.validate(sample).stream()
                  .map(ConstraintViolation::getPropertyPath)
                  .map(Object::toString)
                  .sorted()
                  .toList());
    }
  }

  @Test
  void aRuleThatNobodyChecksIsNotOverlooked() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ContractRules.flaws(new Unchecked("x")))
        .withMessageContaining("Email");
  }

  /** Only the paths of the standard validator are of interest. */
  private static final class WordlessInterpolator implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
