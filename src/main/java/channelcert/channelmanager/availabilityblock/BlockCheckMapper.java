package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.mapping.Mapping;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.contract.channelmanager.AvailabilityBlockStatusToChm;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.BlockRateToChm;
import channelcert.contract.channelmanager.ProcessAvailabilityBlockToChmRequest;
import channelcert.contract.channelmanager.SpaceCategoryAllocationToChm;
import channelcert.contract.shared.SpaceCount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a block from Mews, each reason once. Used once. */
final class BlockCheckMapper {
  private static final int LONGEST = 255;
  private static final int LONGEST_ADDRESS = 2000;
  private static final int MOST_REASONS = 50;

  private final Mapping mapping;
  private final Set<Refusal> refusals = new LinkedHashSet<>();

  private BlockCheckMapper(Mapping mapping) {
    this.mapping = mapping;
  }

  static List<Refusal> refusals(ProcessAvailabilityBlockToChmRequest request, Mapping mapping) {
    BlockCheckMapper check = new BlockCheckMapper(mapping);
    check.length("messageId", request.messageId(), LONGEST);
    check.length("responseUrl", request.responseUrl(), LONGEST_ADDRESS);
    check.block(request.availabilityBlock());
    return check.refusals.stream().limit(MOST_REASONS).toList();
  }

  private void block(AvailabilityBlockToChm block) {
    length("availabilityBlock.code", block.code(), LONGEST);
    length("availabilityBlock.confirmationNumber", block.confirmationNumber(), LONGEST);
    if (block.status() == AvailabilityBlockStatusToChm.CANCEL) {
      return;
    }
    BlockDates dates = new BlockDates(block.dates().start(), block.dates().end());
    order("availabilityBlock.dates", dates);
    if (block.spaceCategories().isEmpty()) {
      invalid("availabilityBlock.spaceCategories: empty; name what is held.");
    }
    for (SpaceCategoryAllocationToChm category : block.spaceCategories()) {
      category(category, dates);
    }
  }

  private void category(SpaceCategoryAllocationToChm category, BlockDates block) {
    String code = category.spaceTypeCode();
    String place = "Category " + code.substring(0, Math.min(code.length(), 50));
    if (!mapping.hasSpaceType(code)) {
      refusals.add(Refusal.unmappedSpaceType(code));
    }
    inside(place, new BlockDates(category.start(), category.end()), block);
    counts(place + ", allocatedSpaces", category.allocatedSpaces(), block);
    counts(place + ", occupiedSpaces", category.occupiedSpaces(), block);
    for (BlockRateToChm rate : category.rates()) {
      inside(place + ", rates", new BlockDates(rate.start(), rate.end()), block);
      rate.prices().stream()
          .filter(price -> !price.currencyCode().equals(rate.currencyCode()))
          .forEach(
              price ->
                  invalid(
                      place
                          + ", rates: a price is in "
                          + price.currencyCode()
                          + " and its rate in "
                          + rate.currencyCode()
                          + "; send both in one currency."));
    }
  }

  private void counts(String place, List<SpaceCount> counts, BlockDates block) {
    counts.forEach(count -> inside(place, new BlockDates(count.start(), count.end()), block));
  }

  private void inside(String place, BlockDates dates, BlockDates block) {
    if (order(place, dates) && !block.isInverted() && !block.contains(dates)) {
      invalid(place + ": " + dates + " leaves the dates of the block, " + block + ".");
    }
  }

  private boolean order(String place, BlockDates dates) {
    if (dates.isInverted()) {
      invalid(place + ": the end " + dates.end() + " is before the start " + dates.start() + ".");
    }
    return !dates.isInverted();
  }

  private void length(String path, @Nullable String value, int longest) {
    if (value != null && (value.isBlank() || value.length() > longest)) {
      invalid(path + ": has to have 1 to " + longest + " characters.");
    }
  }

  private void invalid(String message) {
    refusals.add(Refusal.of(RefusalCode.VALIDATION, message));
  }
}
