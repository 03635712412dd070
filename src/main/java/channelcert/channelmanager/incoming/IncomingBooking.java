package channelcert.channelmanager.incoming;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking that Mews made or changed, for people to read.
 *
 * @param gross total with tax; absent where Mews gave none
 * @param net total without tax; absent where Mews gave none
 * @param customer name of the customer, empty where there is none
 * @param source name of the channel that it came by, empty where there is none
 */
public record IncomingBooking(
    String currencyCode,
    @Nullable BigDecimal gross,
    @Nullable BigDecimal net,
    String customer,
    String source,
    List<String> comments,
    List<IncomingStay> stays) {

  /** One reservation; what Mews did not say is absent. */
  public record IncomingStay(
      String number,
      String spaceTypeCode,
      String ratePlanCode,
      @Nullable LocalDate arrival,
      @Nullable LocalDate departure,
      int guests,
      @Nullable BigDecimal gross,
      @Nullable BigDecimal net,
      boolean cancelled) {}
}
