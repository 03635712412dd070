package channelcert.mews;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Success and failure in the published form, written and read. */
public final class AnswerMapper {
  private AnswerMapper() {}

  public static SimpleResponse accepted() {
    return SimpleResponse.builder().success(true).asyncConfirmation(false).build();
  }

  public static SimpleResponse refused(Refusal... refusals) {
    return refused(List.of(refusals));
  }

  public static SimpleResponse refused(List<Refusal> refusals) {
    return SimpleResponse.builder()
        .success(false)
        .asyncConfirmation(false)
        .errors(refusals.stream().map(AnswerMapper::error).toList())
        .build();
  }

  private static Error error(Refusal refusal) {
    return Error.builder()
        .code(refusal.code())
        .message(refusal.message())
        .categoryCode(refusal.categoryCode())
        .rateCode(refusal.rateCode())
        .build();
  }

  /**
   * The reasons of a failure, at least one: a failure without a reason counts as a system error.
   *
   * @param single the former form with one error
   */
  public static List<Refusal> refusals(@Nullable List<Error> errors, @Nullable Error single) {
    List<Refusal> refusals = new ArrayList<>();
    Stream.concat(errors == null ? Stream.empty() : errors.stream(), Stream.ofNullable(single))
        .filter(Objects::nonNull)
        .forEach(error -> refusals.add(refusal(error)));
    return refusals.isEmpty()
        ? List.of(Refusal.of(ErrorCode.SYSTEM_ERROR, "refused without a reason"))
        : refusals;
  }

  private static Refusal refusal(Error error) {
    return new Refusal(
        Objects.requireNonNullElse(error.code(), ErrorCode.SYSTEM_ERROR),
        Objects.requireNonNullElse(error.message(), ""),
        error.rateCode(),
        error.categoryCode());
  }
}
