package channelcert.mews.availabilityblock;

import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a block is: checked, complete.
 *
 * @param originalRateCode rate plan from which its prices derive
 * @param booker contact person in the published form of a customer
 * @param company in the published form
 */
public record BlockDefinition(
    String name,
    Nights nights,
    Release release,
    String originalRateCode,
    List<Allotment> allotments,
    JsonNode booker,
    @Nullable JsonNode company,
    @Nullable String notes,
    Grouping grouping) {
  BlockDefinition with(List<Allotment> newAllotments) {
    return new BlockDefinition(
        name, nights, release, originalRateCode, newAllotments, booker, company, notes, grouping);
  }
}
