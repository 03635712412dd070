package channelcert.channelmanager.reservation;

import channelcert.contract.mews.PaymentCard;
import channelcert.contract.shared.PaymentCardType;

/** Test cards in the published form. */
public final class CardMapper {
  private static final String TEST_EXPIRY = "1022";
  private static final String TEST_CVV = "123";

  private CardMapper() {}

  public static PaymentCard card(HeldCard card) {
    return PaymentCard.builder()
        .type(cardType(card.number().digits()))
        .number(card.number().digits())
        .expireDate(TEST_EXPIRY)
        .cvv(TEST_CVV)
        .holderName(card.holder())
        .build();
  }

  private static PaymentCardType cardType(String digits) {
    String two = digits.length() < 2 ? digits : digits.substring(0, 2);
    return switch (two) {
      case "51", "52", "53", "54", "55" -> PaymentCardType.MASTER_CARD;
      case "34", "37" -> PaymentCardType.AMERICAN_EXPRESS;
      case "30", "36", "38" -> PaymentCardType.DINERS_CLUB;
      case "60", "64", "65" -> PaymentCardType.DISCOVER_CARD;
      case "35" -> PaymentCardType.JAPANESE_CREDIT_BUREAU;
      case "62" -> PaymentCardType.CHINA_UNIONPAY;
      default -> PaymentCardType.VISA;
    };
  }
}
