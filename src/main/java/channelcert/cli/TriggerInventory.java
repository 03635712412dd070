package channelcert.cli;

import channelcert.contract.control.AvailabilityChange;
import channelcert.contract.control.PriceChange;
import channelcert.contract.control.RestrictionChange;
import channelcert.contract.control.SetAvailabilityCommand;
import channelcert.contract.control.SetPricesCommand;
import channelcert.contract.control.SetRestrictionsCommand;
import channelcert.contract.control.client.InventoryClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes of what is sold. */
final class TriggerInventory {
  private TriggerInventory() {}

  /** Sets sellable units. */
  @Command(
      name = "availability",
      mixinStandardHelpOptions = true,
      description = "Sets the sellable units of a category on each of the nights.")
  static final class Availability extends Trigger {
    @Mixin private NightsOption nights = new NightsOption();

    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Parameters(paramLabel = "UNITS", description = "Sellable units.")
    private int units;

    @Override
    void act(ControlCaller control) {
      control.call(
          InventoryClient.SET_AVAILABILITY,
          new SetAvailabilityCommand(
              property(control),
              List.of(new AvailabilityChange(category, nights.from(), nights.to(), units))));
      done("%s now has %d units on %s.".formatted(category, units, nights));
    }
  }

  /** Sets gross prices. */
  @Command(
      name = "prices",
      mixinStandardHelpOptions = true,
      description = "Sets the gross prices of a rate plan and category on each of the nights.")
  static final class Prices extends Trigger {
    @Mixin private NightsOption nights = new NightsOption();

    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Option(names = "--rate", paramLabel = "CODE", required = true, description = "Rate plan.")
    private String rate = "";

    @Parameters(
        paramLabel = "AMOUNT",
        arity = "1..*",
        description = "Price for 1, 2, 3 ... guests, up to the capacity.")
    private List<BigDecimal> gross = new ArrayList<>();

    @Override
    void act(ControlCaller control) {
      control.call(
          InventoryClient.SET_PRICES,
          new SetPricesCommand(
              property(control),
              List.of(new PriceChange(rate, category, nights.from(), nights.to(), gross))));
      done("%s %s now costs %s on %s.".formatted(rate, category, gross, nights));
    }
  }

  /** Sets a restriction in the form of the API. */
  @Command(
      name = "restrictions",
      mixinStandardHelpOptions = true,
      description = "Replaces the restriction of a rate plan and category on each of the nights.")
  static final class Restrictions extends Trigger {
    private static final int OPEN = 1;
    private static final int CLOSED = 2;

    private enum To {
      ARRIVAL(6),
      DEPARTURE(7),
      STAY(8);

      private final int code;

      To(int code) {
        this.code = code;
      }
    }

    @Mixin private NightsOption nights = new NightsOption();

    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Option(names = "--rate", paramLabel = "CODE", required = true, description = "Rate plan.")
    private String rate = "";

    @Option(
        names = "--closed",
        arity = "1..3",
        paramLabel = "WHAT",
        description = "arrival, departure, stay; open when absent.")
    private List<To> closed = new ArrayList<>();

    @Option(names = "--min-los", paramLabel = "NIGHTS", description = "Shortest stay.")
    private @Nullable Integer minLos;

    @Option(names = "--max-los", paramLabel = "NIGHTS", description = "Longest stay.")
    private @Nullable Integer maxLos;

    @Override
    void act(ControlCaller control) {
      RestrictionChange change =
          RestrictionChange.builder()
              .ratePlanCode(rate)
              .spaceTypeCode(category)
              .from(nights.from())
              .to(nights.to())
              .states(states())
              .minLos(minLos)
              .maxLos(maxLos)
              .build();
      control.call(
          InventoryClient.SET_RESTRICTIONS,
          new SetRestrictionsCommand(property(control), List.of(change)));
      done("%s %s is restricted anew on %s.".formatted(rate, category, nights));
    }

    private List<Integer> states() {
      if (closed.isEmpty()) {
        return List.of(OPEN);
      }
      List<Integer> states = new ArrayList<>(List.of(CLOSED));
      closed.stream().distinct().sorted().forEach(each -> states.add(each.code));
      return states;
    }
  }
}
