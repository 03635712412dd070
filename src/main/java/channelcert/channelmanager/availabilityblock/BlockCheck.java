package channelcert.channelmanager.availabilityblock;

import channelcert.channelmanager.availabilityblock.BlockContent.Category;
import channelcert.channelmanager.availabilityblock.BlockContent.Release;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Our own checks before a block leaves the house. */
public final class BlockCheck {
  private BlockCheck() {}

  /** What is wrong with the block and what to do; empty when it may be sent. */
  public static List<String> problems(String code, BlockContent block, Mapping mapping) {
    List<String> problems = new ArrayList<>();
    if (code.length() > ConnectionStore.MAX_CODE_LENGTH || code.contains("_")) {
      problems.add(
          "The code of a block has at most "
              + ConnectionStore.MAX_CODE_LENGTH
              + " characters and no underscore.");
    }
    if (block.dates().isInverted()) {
      problems.add("The end of the block has to be after its start.");
    }
    Release release = block.release();
    if (release == null || (release.fixedDay() == null) == (release.offset() == null)) {
      problems.add("The release needs its fixedDate or its offset.");
    }
    if (!mapping.hasRatePlan(String.valueOf(block.ratePlanCode()))) {
      problems.add("Rate plan " + block.ratePlanCode() + " is not mapped.");
    }
    block.categories().forEach(category -> category(category, block, mapping, problems));
    return problems;
  }

  private static void category(
      Category category, BlockContent block, Mapping mapping, List<String> problems) {
    if (!mapping.hasSpaceType(category.spaceTypeCode())) {
      problems.add("Category " + category.spaceTypeCode() + " is not mapped.");
    }
    boolean inside =
        category.allotted().stream().allMatch(each -> block.dates().contains(each.dates()))
            && category.prices().stream().allMatch(each -> block.dates().contains(each.dates()));
    if (!inside) {
      problems.add(
          "Category " + category.spaceTypeCode() + ": an interval leaves the dates of the block.");
    }
  }
}
