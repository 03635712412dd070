package channelcert.mews.simulation;

import channelcert.contract.Caller;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.simulation.Receiver.Item;
import channelcert.mews.simulation.Receiver.Push;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way from Mews to the receivers, with faults. What becomes of a message depends on the seed,
 * its connection, its kind and its number, and on nothing else.
 */
final class Wire implements Caller {
  private static final SimpleResponse ACCEPTED = SimpleResponse.builder().success(true).build();
  private static final SimpleResponse LATER =
      SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  private static final List<Integer> REFUSALS = List.of(1, 1, 6, 9, 10, 11, 12, 13, 14);

  private final long seed;
  private final Defect defect;
  private final CrashingClock clock;
  private final Map<String, Receiver> receivers = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, List<Item>> late = new HashMap<>();
  private final Map<String, List<Item>> overtaken = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Confirmation> confirmations = new ArrayList<>();
  private boolean faulty;
  private int pushes;

  /** Confirmations that the receiver is going to send. */
  record Confirmation(String token, Push push, List<Error> errors, Instant due) {}

  Wire(long seed, Defect defect, CrashingClock clock) {
    this.seed = seed;
    this.defect = defect;
    this.clock = clock;
  }

  Receiver receiver(String token) {
    return receivers.computeIfAbsent(token, key -> new Receiver());
  }

  void faulty(boolean faulty) {
    this.faulty = faulty;
  }

  /** How many messages were sent. */
  int pushes() {
    return pushes;
  }

  /** Takes the confirmations that are due by a moment. */
  List<Confirmation> due(Instant moment) {
    List<Confirmation> due =
        confirmations.stream().filter(each -> !each.due().isAfter(moment)).toList();
    confirmations.removeAll(due);
    return due;
  }

  @Override
  public <Q, A> Reply<A> call(Operation<Q, A> operation, URI address, @Nullable Q body) {
    SimpleResponse answer =
        operation.id().startsWith("update")
            ? push(address.getHost(), Receiver.read(Objects.requireNonNull(body)))
            : ACCEPTED;
    return answer == null
        ? new Reply.Failed<>("no usable answer")
        : new Reply.Answered<>(operation.answer().cast(answer));
  }

  private @Nullable SimpleResponse push(String token, Push push) {
    pushes++;
    if (defect != Defect.AN_ID_IS_USED_TWICE && !ids.add(push.id())) {
      throw new AssertionError("message id " + push.id() + " was used twice");
    }
    String lane = token + " " + push.kind();
    Random random = new Random(Objects.hash(seed, lane, counts.merge(lane, 1, Integer::sum)));
    Receiver receiver = receiver(token);
    receiver.apply(late.getOrDefault(lane, List.of()));
    late.remove(lane);
    SimpleResponse known = receiver.known(push);
    if (known != null) {
      return known;
    }
    if (!faulty && random.nextInt(25) == 0 && isDefect(token, push)) {
      return ACCEPTED;
    }
    return pass(fault(random), new Passage(token, lane, push, random));
  }

  /** A message on its way, and what decides its fate. */
  private record Passage(String token, String lane, Push push, Random random) {}

  private Fault fault(Random random) {
    return faulty && random.nextInt(100) < 55
        ? List.of(Fault.values()).get(random.nextInt(Fault.values().length))
        : Fault.NONE;
  }

  private @Nullable SimpleResponse pass(Fault fault, Passage passage) {
    return switch (fault) {
      case NONE -> accept(passage, ACCEPTED);
      case DUPLICATED -> {
        accept(passage, ACCEPTED);
        yield accept(passage, ACCEPTED);
      }
      case REFUSED -> refuse(passage);
      case LOST_BEFORE -> null;
      case LOST_AFTER, GARBAGE -> {
        accept(passage, ACCEPTED);
        yield null;
      }
      case LATE -> {
        late.put(passage.lane(), passage.push().items());
        yield null;
      }
      case ASYNCHRONOUS -> acceptForLater(passage);
      case OWN_FAULT -> throw new IllegalStateException("a fault of our own");
      case CRASH_BEFORE -> throw new Crash();
      case CRASH_AFTER -> {
        accept(passage, ACCEPTED);
        throw new Crash();
      }
    };
  }

  private SimpleResponse accept(Passage passage, SimpleResponse answer) {
    Receiver receiver = receiver(passage.token());
    if (receiver.known(passage.push()) == null) {
      receiver.apply(passage.push().items());
      receiver.remember(passage.push(), answer);
    }
    return answer;
  }

  private SimpleResponse refuse(Passage passage) {
    applySome(passage);
    SimpleResponse answer = SimpleResponse.builder().success(false).errors(errors(passage)).build();
    receiver(passage.token()).remember(passage.push(), answer);
    return answer;
  }

  /** Whether the good items of a refused message are applied is left open. */
  private void applySome(Passage passage) {
    receiver(passage.token())
        .apply(
            passage.push().items().stream()
                .filter(item -> passage.random().nextBoolean())
                .toList());
  }

  private SimpleResponse acceptForLater(Passage passage) {
    Random random = passage.random();
    boolean refused = random.nextInt(4) == 0;
    if (refused) {
      applySome(passage);
    } else {
      accept(passage, LATER);
    }
    Instant due = clock.now().plus(Duration.ofSeconds(random.nextInt(1500)));
    List<Error> errors = refused ? errors(passage) : List.of();
    int times = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2);
    for (int time = 0; time < times; time++) {
      confirmations.add(
          new Confirmation(passage.token(), passage.push(), errors, due.plusSeconds(60L * time)));
    }
    return LATER;
  }

  private List<Error> errors(Passage passage) {
    Random random = passage.random();
    int code = REFUSALS.get(random.nextInt(REFUSALS.size()));
    List<Cell> cells = passage.push().items().stream().map(Item::cell).distinct().sorted().toList();
    Cell cell = cells.get(random.nextInt(cells.size()));
    boolean rate = code == 9 || code == 11;
    boolean category = code == 10 || code == 11;
    return List.of(
        Error.builder()
            .code(ErrorCode.of(rate && cell.kind() == InventoryKind.AVAILABILITY ? 10 : code))
            .message("Not here")
            .rateCode(rate && !cell.rate().isEmpty() ? cell.rate() : null)
            .categoryCode(category || cell.rate().isEmpty() ? cell.category() : null)
            .build());
  }

  /** Does something wrong to a message; answers whether it did instead of delivering it. */
  private boolean isDefect(String token, Push push) {
    switch (defect) {
      case A_NIGHT_IS_FORGOTTEN -> receiver(token).apply(withoutALastNight(push.items()));
      case A_MESSAGE_IS_SWALLOWED -> {}
      case OLD_OVERTAKES_NEW -> late.put(token + " " + push.kind(), overtake(token, push));
      default -> {
        return false;
      }
    }
    return true;
  }

  private List<Item> overtake(String token, Push push) {
    receiver(token).apply(push.items());
    List<Item> older = overtaken.getOrDefault(token + " " + push.kind(), List.of());
    overtaken.put(token + " " + push.kind(), push.items());
    return older;
  }

  private static List<Item> withoutALastNight(List<Item> items) {
    List<Item> rest = new ArrayList<>(items);
    Item last = rest.removeLast();
    if (last.from().isBefore(last.to())) {
      rest.add(new Item(last.cell(), last.from(), last.to().minusDays(1), last.value()));
    }
    return rest;
  }
}
