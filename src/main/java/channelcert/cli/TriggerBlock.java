package channelcert.cli;

import channelcert.contract.control.BlockList;
import channelcert.contract.control.BlockNumberCommand;
import channelcert.contract.control.BlockPickup;
import channelcert.contract.control.BlockRelease;
import channelcert.contract.control.BlockUnits;
import channelcert.contract.control.BlockView;
import channelcert.contract.control.ChangeBlockCommand;
import channelcert.contract.control.MakeBlockCommand;
import channelcert.contract.control.Person;
import channelcert.contract.control.PropertyCommand;
import channelcert.contract.control.StaffBlock;
import channelcert.contract.control.StaffBlockCategory;
import channelcert.contract.control.client.BlocksClient;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Availability blocks as hotel staff handle them. */
@Command(
    name = "block",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    description = "Makes, changes, cancels and shows availability blocks, as hotel staff would.",
    subcommands = {
      TriggerBlock.Create.class,
      TriggerBlock.Change.class,
      TriggerBlock.Cancel.class,
      TriggerBlock.Show.class,
    })
final class TriggerBlock implements Runnable {
  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do with blocks: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** What a block is to be: so many units of one category on each of the nights. */
  static final class Wanted {
    @Mixin private NightsOption nights = new NightsOption();

    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Option(
        names = "--rate",
        paramLabel = "CODE",
        required = true,
        description = "Rate plan whose prices hold.")
    private String rate = "";

    @Option(
        names = "--name",
        defaultValue = "Group",
        description = "Name of the block (default: ${DEFAULT-VALUE}).")
    private String name = "Group";

    @Option(
        names = "--booker",
        paramLabel = "NAME",
        defaultValue = "Jansen",
        description = "Family name of the contact (default: ${DEFAULT-VALUE}).")
    private String booker = "Jansen";

    @Option(
        names = "--release",
        paramLabel = "WHEN",
        defaultValue = "P3D",
        description =
            "A day on which all of the rest returns to sale, or a time such as P3D before each"
                + " night (default: ${DEFAULT-VALUE}).")
    private String release = "P3D";

    @Option(
        names = "--one-group",
        description = "Bookings from the block form one group (default: each its own).")
    private boolean oneGroup;

    @Parameters(paramLabel = "UNITS", description = "Units held on each night.")
    private int units;

    private StaffBlock block() {
      LocalDate end = nights.to().plusDays(1);
      return StaffBlock.builder()
          .name(name)
          .start(nights.from())
          .end(end)
          .ratePlanCode(rate)
          .release(release())
          .pickupType(oneGroup ? BlockPickup.ALL_IN_ONE_GROUP : BlockPickup.INDIVIDUAL_GROUPS)
          .booker(Person.builder().lastName(booker).build())
          .categories(
              List.of(
                  new StaffBlockCategory(
                      category, List.of(new BlockUnits(nights.from(), end, units)))))
          .build();
    }

    private BlockRelease release() {
      return release.matches("\\d{4}-\\d{2}-\\d{2}")
          ? new BlockRelease(day(release), null)
          : new BlockRelease(null, release);
    }

    private static @Nullable LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException noDay) {
        throw UserError.usage("--release is a day such as 2027-05-01, not '" + text + "'");
      }
    }
  }

  /** Makes a block. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Holds units of a category on each of the nights for a group.")
  static final class Create extends Trigger {
    @Mixin private Wanted wanted = new Wanted();

    @Override
    void act(ControlCaller control) {
      BlockView made =
          control.call(
              BlocksClient.MAKE_BLOCK, new MakeBlockCommand(property(control), wanted.block()));
      show(
          made,
          List.of(
              "Block %s is made; see `channelcert trigger block list`."
                  .formatted(made.confirmationNumber())),
          "");
    }
  }

  /** Gives a block a new definition. */
  @Command(
      name = "change",
      mixinStandardHelpOptions = true,
      description = "Gives a block a new definition, complete like that of a new one.")
  static final class Change extends Trigger {
    @Mixin private Wanted wanted = new Wanted();

    @Option(
        names = "--number",
        paramLabel = "NUMBER",
        required = true,
        description = "Number of the block.")
    private String number = "";

    @Override
    void act(ControlCaller control) {
      control.call(
          BlocksClient.CHANGE_BLOCK,
          new ChangeBlockCommand(property(control), number, wanted.block()));
      done("Block " + number + " is changed.");
    }
  }

  /** Gives a block up. */
  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Gives a block up; bookings from it stay.")
  static final class Cancel extends Trigger {
    @Parameters(paramLabel = "NUMBER", description = "Number of the block.")
    private String number = "";

    @Override
    void act(ControlCaller control) {
      control.call(BlocksClient.CANCEL_BLOCK, new BlockNumberCommand(property(control), number));
      done("Block " + number + " is cancelled.");
    }
  }

  /** Shows blocks. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Shows the blocks of the property, its own and those of channel managers.")
  static final class Show extends Trigger {
    @Override
    void act(ControlCaller control) {
      BlockList list =
          control.call(BlocksClient.READ_BLOCKS, new PropertyCommand(property(control)));
      show(list, list.blocks().stream().map(Show::line).toList(), "No blocks yet.");
    }

    private static String line(BlockView block) {
      return "%s  %s  %s to %s  %s  codes: %s  categories: %s"
          .formatted(
              block.confirmationNumber(),
              block.state(),
              block.start(),
              block.end(),
              block.name(),
              block.codes().stream().map(each -> each.code()).toList(),
              block.categories().stream()
                  .map(
                      each ->
                          "%s allotted %s occupied %s withheld %s"
                              .formatted(
                                  each.spaceTypeCode(),
                                  units(each.allotted()),
                                  units(each.occupied()),
                                  units(each.withheld())))
                  .toList());
    }

    private static List<String> units(List<BlockUnits> units) {
      return units.stream()
          .map(each -> each.units() + " " + each.start() + ".." + each.end())
          .toList();
    }
  }
}
