package channelcert.mews;

import channelcert.contract.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * One reason why Mews refuses a message. Code 9 without a rate code says that the operation is
 * switched off.
 *
 * @param message what is wrong, where, and what to do next; forwarded to the property
 */
public record Refusal(
    ErrorCode code, String message, @Nullable String rateCode, @Nullable String categoryCode) {
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, null, null);
  }
}
