package channelcert.mews.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Days of a hotel with a bad network, against a plain model. {@code -Dchannelcert.simulation.days}
 * makes it longer, and {@code -Dchannelcert.simulation.seed} chooses the days.
 */
class SimulationTest {
  private static final int DAYS = Integer.getInteger("channelcert.simulation.days", 60);
  private static final long SEED = Long.getLong("channelcert.simulation.seed", 20_270_101);
  private static final int DAYS_OF_A_WORLD = 100;

  @Test
  void nothingIsLeftUndeliveredAndNothingIsStale() {
    int pushes = 0;
    int crashes = 0;
    int checkpoints = 0;
    long seed = SEED;
    for (int days = DAYS; days > 0; days -= DAYS_OF_A_WORLD) {
      try (Simulation simulation = new Simulation(seed, Defect.NONE)) {
        run(simulation, seed++, Math.min(days, DAYS_OF_A_WORLD));
        pushes += simulation.pushes();
        crashes += simulation.crashes();
        checkpoints += simulation.checkpoints();
      }
    }
    assertThat(pushes).isGreaterThan(DAYS);
    assertThat(crashes).isGreaterThan(DAYS / 20);
    assertThat(checkpoints).isGreaterThan(DAYS / 20);
  }

  @ParameterizedTest
  @EnumSource(value = Defect.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aPlantedDefectIsFound(Defect defect) {
    try (Simulation simulation = new Simulation(SEED, defect)) {
      assertThatThrownBy(() -> run(simulation, SEED, 10 * DAYS_OF_A_WORLD))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("-Dchannelcert.simulation.seed=" + SEED);
    }
  }

  private static void run(Simulation simulation, long seed, int days) {
    try {
      simulation.run(days);
    } catch (AssertionError | RuntimeException found) {
      throw new AssertionError(
          found.getMessage()
              + "\nrepeat it with: mvn test -Dtest=SimulationTest -Dchannelcert.simulation.seed="
              + seed
              + " -Dchannelcert.simulation.days="
              + days,
          found);
    }
  }
}
