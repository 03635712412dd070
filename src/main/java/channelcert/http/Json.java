package channelcert.http;

import channelcert.contract.channelmanager.AvailabilityBlockProcessingConfirmationRequest;
import channelcert.contract.channelmanager.AvailabilityBlockStatusToChm;
import channelcert.contract.mews.AvailabilityBlockStatusToMews;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How JSON is read and written here: strict limits when reading, absent instead of null when
 * writing. A string is no number, a number is no string, a list holds no null, a date is a calendar
 * day.
 */
public final class Json {
  static final int MAX_DEPTH = 32;
  static final int MAX_NUMBER = 64;
  static final int MAX_TEXT = 100_000;
  static final int MAX_NAME = 200;
  static final int MAX_UNKNOWN = 10_000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_NAME)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // UTF-8 only: in another encoding a secret would pass the masking unseen.
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .annotationIntrospector(new UnknownIgnored())
          .addModule(new JavaTimeModule())
          .addModule(strictValues())
          .addMixIn(ProcessGroupConfirmationRequest.class, NumberAsGroupCode.class)
          .addMixIn(AvailabilityBlockProcessingConfirmationRequest.class, TextAsSuccess.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** The one mapper, not to be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  private static SimpleModule strictValues() {
    return new SimpleModule("strict values")
        .addDeserializer(BigDecimal.class, new StrictDecimals())
        .addDeserializer(LocalDate.class, new StrictDates())
        .addDeserializer(JsonNode.class, new StrictTrees())
        .addDeserializer(
            AvailabilityBlockStatusToMews.class,
            new BlockWord<>(AvailabilityBlockStatusToMews.class))
        .addDeserializer(
            AvailabilityBlockStatusToChm.class,
            new BlockWord<>(AvailabilityBlockStatusToChm.class));
  }

  /** Properties that the contract does not know are skipped at once; Jackson would keep them. */
  private static final class UnknownIgnored extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return JsonIgnoreProperties.Value.forIgnoreUnknown(true);
    }
  }

  /** The published exception: the group code of a confirmation may be a number. */
  interface NumberAsGroupCode {
    @JsonDeserialize(using = TextOrNumber.class)
    String code();
  }

  /** Another one: the success of a block's confirmation may stand in quotes. */
  interface TextAsSuccess {
    @JsonDeserialize(using = TextOrBoolean.class)
    Boolean success();
  }
}
