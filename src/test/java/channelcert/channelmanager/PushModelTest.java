package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.channelmanager.inventory.InventoryReader;
import channelcert.channelmanager.inventory.InventoryStore;
import channelcert.channelmanager.inventory.Nights;
import channelcert.channelmanager.inventory.PricedNight;
import channelcert.channelmanager.inventory.RestrictedNight;
import channelcert.channelmanager.inventory.SourcedNight;
import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Pair;
import channelcert.contract.shared.SimpleResponse;
import channelcert.store.DatabaseUrl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store against a plain map, under random messages. */
class PushModelTest {
  private static final LocalDate START = LocalDate.of(2027, 1, 20);
  private static final Nights WINDOW = new Nights(START, START.plusDays(199));
  private static final List<Pair> PAIRS =
      List.of(new Pair("FLX", "SGL"), new Pair("FLX", "DBL"), new Pair("NRF", "DBL"));

  /** By kind, key and night: the value and the message that set it. */
  private final Map<String, String> model = new TreeMap<>();

  /** By message and cell: what stood there before the message. */
  private final Map<String, String> before = new TreeMap<>();

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void holdsWhatAPlainMapHoldsAfterRandomMessages(DatabaseUrl url) {
    Random random = new Random(20_261_125);
    List<List<String>> sentByKind =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (RunningSide running = RunningSide.ready(url)) {
      for (int number = 0; number < 90; number++) {
        int kind = random.nextInt(3);
        List<String> sent = sentByKind.get(kind);
        boolean repeated = !sent.isEmpty() && random.nextInt(8) == 0;
        String id = repeated ? sent.get(random.nextInt(sent.size())) : "message-" + number;
        boolean bad = !repeated && random.nextInt(6) == 0;
        SimpleResponse answer = push(running, random, kind, id, !repeated && !bad, bad);
        assertThat(answer.success()).as("message %s %s", number, answer).isEqualTo(!bad);
        if (!bad && !repeated) {
          sent.add(id);
        }
      }
      assertThat(stored(running)).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void losesNothingWhenManyMessagesOfManyKindsComeAtOnce(DatabaseUrl url) throws Exception {
    try (RunningSide running = RunningSide.ready(url);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SimpleResponse>> answers = new ArrayList<>();
      for (int number = 0; number < 60; number++) {
        LocalDate night = START.plusDays(number);
        String id = "m" + number;
        int units = number;
        answers.add(
            callers.submit(
                () ->
                    running.push(
                        "updateAvailability",
                        id,
                        "\"availabilities\":[" + availability("DBL", night, night, units) + "]")));
        answers.add(
            callers.submit(
                () ->
                    running.push(
                        "updateRestrictions",
                        id,
                        "\"restrictions\":[" + restriction(PAIRS.get(1), night, night, 3) + "]")));
        model.put("A DBL " + night, units + " " + id);
        model.put("R " + PAIRS.get(1) + " " + night, "1 3 " + id);
      }
      for (Future<SimpleResponse> answer : answers) {
        assertThat(answer.get().success()).isTrue();
      }
      assertThat(stored(running)).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void takesOneOfManySimultaneousDeliveriesOfAMessage(DatabaseUrl url) throws Exception {
    try (RunningSide running = RunningSide.ready(url);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<SimpleResponse>> deliveries =
          IntStream.range(1, 30)
              .<Callable<SimpleResponse>>mapToObj(
                  number ->
                      () ->
                          running.push(
                              "updateAvailability",
                              "the same",
                              "\"availabilities\":["
                                  + availability("DBL", START.plusDays(number), START, number)
                                      .replace("\"to\":\"" + START, "\"to\":\"2027-06-30")
                                  + "]"))
              .toList();
      for (Future<SimpleResponse> answer : callers.invokeAll(deliveries)) {
        assertThat(answer.get().success()).isTrue();
      }
      assertThat(
              reader(running).availabilityCells(connection(running), WINDOW).stream()
                  .map(SourcedNight::value)
                  .distinct())
          .hasSize(1);
    }
  }

  /** A message of some entries that overlap; a bad one has a wrong last entry. */
  private SimpleResponse push(
      RunningSide running, Random random, int kind, String id, boolean counts, boolean bad) {
    List<String> entries = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int entry = 0; entry < count; entry++) {
      LocalDate from = START.plusDays(random.nextInt(180));
      LocalDate to = from.plusDays(random.nextInt(4) == 0 ? random.nextInt(90) : 0);
      to = to.isAfter(WINDOW.last()) ? WINDOW.last() : to;
      Pair pair = PAIRS.get(random.nextInt(PAIRS.size()));
      int value = 1 + random.nextInt(4);
      String key = kind == 0 ? pair.spaceTypeCode() : pair.toString();
      entries.add(entry(kind, pair, from, to, value));
      if (counts) {
        String text = text(kind, value);
        from.datesUntil(to.plusDays(1))
            .forEach(night -> set("APR".charAt(kind) + " " + key + " " + night, text, id));
      }
    }
    if (bad) {
      entries.add(badEntry(kind, random));
    }
    return running.push(
        List.of("updateAvailability", "updatePrices", "updateRestrictions").get(kind),
        id,
        "\""
            + List.of("availabilities", "ratePrices", "restrictions").get(kind)
            + "\":["
            + String.join(",", entries)
            + "]");
  }

  /** What stands there already keeps the message that set it; the last entry of a message wins. */
  private void set(String cell, String text, String id) {
    String pending = model.get(cell);
    if (pending == null || !withoutMessage(pending).equals(text)) {
      String original =
          before.computeIfAbsent(id + cell, touched -> pending == null ? "" : pending);
      model.put(
          cell,
          !original.isEmpty() && withoutMessage(original).equals(text)
              ? original
              : text + " " + id);
    }
  }

  private static String withoutMessage(String cell) {
    return cell.substring(0, cell.lastIndexOf(' '));
  }

  private static String entry(int kind, Pair pair, LocalDate from, LocalDate to, int value) {
    return switch (kind) {
      case 0 -> availability(pair.spaceTypeCode(), from, to, value);
      case 1 -> price(pair, from, to, value);
      default -> restriction(pair, from, to, value);
    };
  }

  private static String text(int kind, int value) {
    return switch (kind) {
      case 0 -> String.valueOf(value);
      case 1 -> "EUR 1:" + value + "00.50:" + value + "0.25,2:" + value + "20:" + value + "1.1";
      default -> "1 " + value;
    };
  }

  private static String badEntry(int kind, Random random) {
    LocalDate night = START;
    return switch (random.nextInt(3)) {
      case 0 -> entry(kind, new Pair("FLX", "LOFT"), night, night, 1);
      case 1 -> entry(kind, PAIRS.get(1), night, night.minusDays(1), 1);
      default ->
          entry(kind, PAIRS.get(1), LocalDate.of(9999, 12, 30), LocalDate.of(9999, 12, 31), 1);
    };
  }

  private static String availability(String space, LocalDate from, LocalDate to, int units) {
    return """
    {"spaceTypeCode":"%s","from":"%s","to":"%s","availability":%d}\
    """
        .formatted(space, from, to, units);
  }

  private static String price(Pair pair, LocalDate from, LocalDate to, int value) {
    return String.format(
        Locale.ROOT,
        """
        {"ratePlanCode":"%s","spaceTypeCode":"%s","from":"%s","to":"%s","agePrices":null,"prices":[
          {"guestCount":2,"grossAmount":%d20,"netAmount":%d1.1,"currencyCode":"EUR"},
          {"guestCount":1,"grossAmount":%d00.50,"netAmount":%d0.25,"currencyCode":"EUR"}]}\
        """,
        pair.ratePlanCode(),
        pair.spaceTypeCode(),
        from,
        to,
        value,
        value,
        value,
        value);
  }

  private static String restriction(Pair pair, LocalDate from, LocalDate to, int minLos) {
    return """
    {"ratePlanCode":"%s","spaceTypeCode":"%s","from":"%s","to":"%s","state":[1],"minLos":%d}\
    """
        .formatted(pair.ratePlanCode(), pair.spaceTypeCode(), from, to, minLos);
  }

  private static Map<String, String> stored(RunningSide running) {
    Map<String, String> stored = new TreeMap<>();
    long connection = connection(running);
    InventoryReader reader = reader(running);
    reader
        .availabilityCells(connection, WINDOW)
        .forEach(each -> put(stored, "A " + each.key(), each, String.valueOf(each.value())));
    reader
        .priceCells(connection, WINDOW)
        .forEach(each -> put(stored, "P " + each.key(), each, words(each.value())));
    reader
        .restrictionCells(connection, WINDOW)
        .forEach(each -> put(stored, "R " + each.key(), each, words(each.value())));
    return stored;
  }

  private static void put(
      Map<String, String> stored, String key, SourcedNight<?, ?> cell, String value) {
    assertThat(cell.source()).isNotNull();
    stored.put(key + " " + cell.night(), value + " " + cell.source().messageId());
  }

  private static String words(PricedNight night) {
    return night.currencyCode()
        + " "
        + night.occupancies().stream()
            .map(each -> each.guests() + ":" + each.gross() + ":" + each.net())
            .collect(Collectors.joining(","));
  }

  private static String words(RestrictedNight night) {
    return night.states() + " " + night.minLos();
  }

  private static InventoryReader reader(RunningSide running) {
    return new InventoryReader(new InventoryStore(running.database));
  }

  private static long connection(RunningSide running) {
    return new ConnectionStore(running.database).find(RunningSide.CONNECTION).orElseThrow().id();
  }
}
