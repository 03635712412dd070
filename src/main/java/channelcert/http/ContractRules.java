package channelcert.http;

import channelcert.http.Unreadable.Flaw;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record of the contract against the annotations that the generator gave its components. A
 * full push holds some 50 000 objects; a general validator needs ten times as long for them as
 * reading the JSON, this one a fraction.
 */
final class ContractRules {
  private static final ClassValue<List<Property>> PROPERTIES =
      new ClassValue<>() {
        @Override
        protected List<Property> computeValue(Class<?> type) {
          return type.isRecord()
              ? Arrays.stream(type.getRecordComponents()).map(Property::of).toList()
              : List.of();
        }
      };

  private final FlawList flaws;
  private final StringBuilder path;

  private ContractRules(FlawList flaws, String path) {
    this.flaws = flaws;
    this.path = new StringBuilder(path);
  }

  /** What is wrong with a record and everything in it, in the order of the contract. */
  static List<Flaw> flaws(Object value) {
    FlawList flaws = new FlawList();
    check(value, "", flaws);
    return flaws.toList();
  }

  /**
   * Adds what is wrong with a part of a message.
   *
   * @param path of the part, for example {@code prices[2]}
   */
  static void check(Object value, String path, FlawList flaws) {
    new ContractRules(flaws, path).object(value);
  }

  /**
   * Reads the rules of a type without a value.
   *
   * @throws IllegalStateException when the type has a rule that nothing checks
   */
  static void requireCheckable(Class<?> type) {
    var _ = PROPERTIES.get(type);
  }

  private void object(Object value) {
    for (Property property : PROPERTIES.get(value.getClass())) {
      int length = path.length();
      path.append(length == 0 ? "" : ".").append(property.name());
      property(property, property.of(value));
      path.setLength(length);
    }
  }

  private void property(Property property, @Nullable Object value) {
    for (Rule rule : property.rules()) {
      if (rule.isBroken(value)) {
        flaws.add(rule, path, value);
      }
    }
    if (property.cascades() && value != null) {
      inside(value);
    }
  }

  private void inside(Object value) {
    if (!(value instanceof Collection<?> list)) {
      object(value);
      return;
    }
    int length = path.length();
    int index = 0;
    for (Object each : list) {
      path.append('[').append(index++).append(']');
      object(each);
      path.setLength(length);
    }
  }

  /**
   * A component of a record.
   *
   * @param name as it stands in JSON
   * @param cascades whether the objects in it have rules of their own
   */
  private record Property(String name, Method accessor, List<Rule> rules, boolean cascades) {
    static Property of(RecordComponent component) {
      Method accessor = component.getAccessor();
      JsonProperty json = accessor.getAnnotation(JsonProperty.class);
      return new Property(
          json == null ? component.getName() : json.value(),
          accessor,
          rules(component, accessor),
          accessor.isAnnotationPresent(Valid.class));
    }

    private static List<Rule> rules(RecordComponent component, Method accessor) {
      Stream<Rule> named = Arrays.stream(accessor.getAnnotations()).flatMap(Rule::of);
      return Stream.concat(named, Rule.of(component.getGenericType())).toList();
    }

    @Nullable Object of(Object object) {
      try {
        return accessor.invoke(object);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
