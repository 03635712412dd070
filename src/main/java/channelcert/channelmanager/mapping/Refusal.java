package channelcert.channelmanager.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a message was not taken.
 *
 * @param message what is wrong and what to do, for the hotelier who gets it by e-mail
 * @param spaceTypeCode the space category it is about, present for codes 10 and 11
 * @param ratePlanCode the rate plan it is about, present for codes 9 and 11
 */
public record Refusal(
    RefusalCode code,
    String message,
    @Nullable String spaceTypeCode,
    @Nullable String ratePlanCode) {

  /** A refusal that is about no code. */
  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, null, null);
  }

  public static Refusal unmappedRatePlan(String code) {
    return new Refusal(
        RefusalCode.RATE_PLAN,
        "Rate plan "
            + code
            + " is not mapped in the extranet. Map it under Mapping, then ask Mews for a full"
            + " update.",
        null,
        code);
  }

  public static Refusal unmappedSpaceType(String code) {
    return new Refusal(
        RefusalCode.SPACE_TYPE,
        "Space category "
            + code
            + " is not mapped in the extranet. Map it under Mapping, then ask Mews for a full"
            + " update.",
        code,
        null);
  }

  public static Refusal pairNotSold(Pair pair) {
    return new Refusal(
        RefusalCode.PAIR,
        "Space category "
            + pair.spaceTypeCode()
            + " is not sold under rate plan "
            + pair.ratePlanCode()
            + " in the extranet. Add the pair under Mapping, then ask Mews for a full update.",
        pair.spaceTypeCode(),
        pair.ratePlanCode());
  }
}
