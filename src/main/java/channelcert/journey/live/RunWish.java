package channelcert.journey.live;

import channelcert.certification.candidate.ReadBack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be run.
 *
 * @param codes tests, with those on which they build; empty = all
 * @param supplementary whether the checks that never block are run as well
 * @param driver address of the driver, as it was typed; empty where people act
 * @param readBack absent = by the driver, or by challenges where there is none
 * @param seed repeats the values of a run; absent = chosen
 * @param connection number of the test connection of the case, from 1
 */
public record RunWish(
    List<String> codes,
    boolean supplementary,
    String driver,
    @Nullable ReadBack readBack,
    @Nullable Long seed,
    int connection) {
  public RunWish {
    codes = codes.stream().distinct().toList();
  }

  ReadBack chosenReadBack() {
    if (readBack != null) {
      return readBack;
    }
    return driver.isEmpty() ? ReadBack.CHALLENGE : ReadBack.DRIVER;
  }
}
