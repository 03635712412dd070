package channelcert.http;

import channelcert.http.Unreadable.Flaw;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One annotation of the contract as a check. */
sealed interface Rule {
  /** Lists of texts. */
  Set<String> TEXTS = Set.of("java.util.List<java.lang.String>", "java.util.Set<java.lang.String>");

  /** Absent values break no rule but {@link Required}. */
  boolean isBroken(@Nullable Object value);

  /** Words the broken rule. */
  Flaw flaw(String path, @Nullable Object value);

  /**
   * The rule of an annotation; none when it is no constraint.
   *
   * @throws IllegalStateException for a constraint that nobody checks here, so that a new one in
   *     the contract cannot be overlooked
   */
  static Stream<Rule> of(Annotation annotation) {
    return switch (annotation) {
      case NotNull required -> Stream.of(new Required());
      case Size size -> Stream.of(length(size));
      case Pattern form -> Stream.of(form(form.regexp()));
      case Min least -> Stream.of(least(BigDecimal.valueOf(least.value())));
      case Max most -> Stream.of(most(BigDecimal.valueOf(most.value())));
      case DecimalMin least when least.inclusive() ->
          Stream.of(least(new BigDecimal(least.value())));
      case DecimalMax most when most.inclusive() -> Stream.of(most(new BigDecimal(most.value())));
      default -> unchecked(annotation);
    };
  }

  private static Stream<Rule> unchecked(Annotation annotation) {
    if (annotation.annotationType().getPackage().equals(NotNull.class.getPackage())) {
      throw new IllegalStateException("Nothing checks " + annotation + " of the contract");
    }
    return Stream.empty();
  }

  /** What every text of a type keeps to, though no contract says it. */
  static Stream<Rule> of(Type type) {
    return type.equals(String.class) || TEXTS.contains(type.getTypeName())
        ? Stream.of(
            new Bound(
                Rule::isText,
                "holds U+0000 or half of a character, which no text can be stored with"))
        : Stream.empty();
  }

  private static boolean isText(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().allMatch(each -> each == null || isText(each.toString()))
        : isText(value.toString());
  }

  private static boolean isText(String text) {
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == 0) {
        return false;
      }
      if (Character.isSurrogate(each)) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  private static Rule length(Size size) {
    String expected =
        size.max() == Integer.MAX_VALUE
            ? "at least " + size.min()
            : "between " + size.min() + " and " + size.max();
    return new Bound(
        value -> sizeOf(value) >= size.min() && sizeOf(value) <= size.max(),
        "does not have " + expected + " entries or characters");
  }

  private static Rule form(String regexp) {
    Predicate<String> matches = java.util.regex.Pattern.compile(regexp).asMatchPredicate();
    return new Bound(value -> matches.test(value.toString()), "is not of the form " + regexp);
  }

  private static Rule least(BigDecimal least) {
    return new Bound(value -> number(value).compareTo(least) >= 0, "is less than " + least);
  }

  private static Rule most(BigDecimal most) {
    return new Bound(value -> number(value).compareTo(most) <= 0, "is more than " + most);
  }

  private static int sizeOf(Object value) {
    return value instanceof Collection<?> list ? list.size() : value.toString().length();
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
  }

  /** Something has to stand there. */
  record Required() implements Rule {
    @Override
    public boolean isBroken(@Nullable Object value) {
      return value == null;
    }

    @Override
    public Flaw flaw(String path, @Nullable Object value) {
      return Flaw.missing(path);
    }
  }

  /**
   * What stands there has to stay within a bound.
   *
   * @param otherwise what is said of a value that does not
   */
  record Bound(Predicate<Object> holds, String otherwise) implements Rule {
    @Override
    public boolean isBroken(@Nullable Object value) {
      return value != null && !holds.test(value);
    }

    @Override
    public Flaw flaw(String path, @Nullable Object value) {
      String shown = value instanceof Collection<?> ? "the list" : Complaint.shown(path, value);
      return Flaw.wrong(path, shown + " " + otherwise);
    }
  }
}
