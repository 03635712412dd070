package channelcert.mews.availabilityblock;

import static channelcert.mews.availabilityblock.BlockFixture.CLIENT;
import static channelcert.mews.availabilityblock.BlockFixture.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.mews.inventory.Nights;
import channelcert.store.DatabaseUrl;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random blocks, bookings, cancellations, releases and restarts, compared with a model that counts
 * anew each time. {@code -Dblocks.seed=} and {@code -Dblocks.steps=} repeat and lengthen a run.
 */
class BlockAccountingTest {
  private static final LocalDate FIRST = LocalDate.of(2027, 5, 14);
  private static final int NIGHTS = 8;
  private static final Map<String, Integer> UNITS = Map.of("DBL", 12, "TWN", 8);
  private static final List<String> CATEGORIES = List.of("DBL", "TWN");
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final long SEED = Long.getLong("blocks.seed", 20_270_514L);
  private static final int STEPS = Integer.getInteger("blocks.steps", 60);

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<String, ModelBlock> blocks = new TreeMap<>();
  private final Map<String, ModelBooking> bookings = new TreeMap<>();
  private int messages;

  /** Units of a category from night {@code from} to {@code to}, excluded; released by days. */
  private record ModelBlock(
      String number,
      String category,
      int from,
      int to,
      int units,
      @Nullable LocalDate fixed,
      int offsetDays,
      boolean cancelled) {
    boolean holds(int night, Instant now) {
      LocalDate day = FIRST.plusDays(night);
      LocalDate release = fixed != null ? fixed : day.minusDays(offsetDays);
      return !cancelled
          && night >= from
          && night < to
          && release.atStartOfDay(ZONE).toInstant().isAfter(now);
    }
  }

  private record ModelBooking(String category, int from, int to, @Nullable String block) {
    boolean takes(String wanted, int night) {
      return category.equals(wanted) && night >= from && night < to;
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void availabilityIsWhatTheModelCounts(DatabaseUrl url) {
    try (BlockFixture fixture = new BlockFixture(url)) {
      fixture.clock.set("2027-05-01T10:00:00Z");
      for (int step = 0; step < STEPS; step++) {
        String done = act(fixture);
        fixture.settle();
        learnNumbers(fixture);
        assertThat(shown(fixture))
            .as("seed %d, step %d: %s", SEED, step, done)
            .isEqualTo(counted(fixture.clock.instant()));
      }
    }
  }

  private String act(BlockFixture fixture) {
    int choice = random.nextInt(100);
    if (choice < 25) {
      return sendBlock(fixture, "BLK-" + random.nextInt(5));
    }
    if (choice < 35) {
      return cancelBlock(fixture, "BLK-" + random.nextInt(5));
    }
    if (choice < 75) {
      return book(fixture, "CM-" + random.nextInt(12));
    }
    if (choice < 85) {
      return cancelBooking(fixture, "CM-" + random.nextInt(12));
    }
    if (choice < 97) {
      Duration time = Duration.ofHours(random.nextInt(1, 30));
      fixture.clock.advance(time);
      return "wait " + time;
    }
    fixture.restart();
    return "restart";
  }

  private String sendBlock(BlockFixture fixture, String code) {
    ModelBlock known = blocks.get(code);
    int from = random.nextInt(NIGHTS - 1);
    LocalDate today = LocalDate.ofInstant(fixture.clock.instant(), ZONE);
    boolean isFixed = random.nextBoolean();
    ModelBlock wanted =
        new ModelBlock(
            known == null ? "" : known.number(),
            CATEGORIES.get(random.nextInt(2)),
            from,
            random.nextInt(from + 1, NIGHTS + 1),
            random.nextInt(0, 7),
            isFixed ? today.plusDays(random.nextInt(-1, 6)) : null,
            random.nextInt(0, 8),
            false);
    blocks.put(code, wanted);
    String status = known == null || known.cancelled() ? "Created" : "Updated";
    send(fixture, code, status, wanted);
    return status + " " + code + " " + wanted;
  }

  private String cancelBlock(BlockFixture fixture, String code) {
    ModelBlock known = blocks.get(code);
    if (known == null) {
      return "nothing";
    }
    ModelBlock cancelled =
        new ModelBlock(
            known.number(),
            known.category(),
            known.from(),
            known.to(),
            known.units(),
            known.fixed(),
            known.offsetDays(),
            true);
    blocks.put(code, cancelled);
    send(fixture, code, "Canceled", cancelled);
    return "cancel " + code;
  }

  private void send(BlockFixture fixture, String code, String status, ModelBlock block) {
    String release =
        block.fixed() != null
            ? "{\"type\":\"Fixed\",\"fixedDate\":\"" + block.fixed() + "\"}"
            : "{\"type\":\"Rolling\",\"offset\":\"P" + block.offsetDays() + "D\"}";
    String span =
        "\"start\":\"%s\",\"end\":\"%s\""
            .formatted(FIRST.plusDays(block.from()), FIRST.plusDays(block.to()));
    JsonNode answer =
        fixture.send(
            "m-" + messages++,
            """
            {"code":"%s","status":"%s","confirmationNumber":"%s","name":"Group","dates":{%s},"releaseStrategy":%s,
             "originalRateCode":"FLX","booker":{"lastName":"Jansen"},"pickupType":"AllInOneGroup",
             "spaceCategories":[{"spaceTypeCode":"%s","allocatedSpaces":[{%s,"count":%d}]}]}
            """
                .formatted(
                    code,
                    status,
                    block.number(),
                    span,
                    release,
                    block.category(),
                    span,
                    block.units()));
    assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
  }

  /** A block that is cancelled takes no new booking, and what is refused changes nothing. */
  private String book(BlockFixture fixture, String id) {
    List<String> open = new ArrayList<>();
    blocks.forEach((code, block) -> open.add(code));
    String code =
        open.isEmpty() || random.nextInt(3) == 0 ? null : open.get(random.nextInt(open.size()));
    int from = random.nextInt(NIGHTS - 1);
    ModelBooking known = bookings.get(id);
    ModelBooking wanted =
        new ModelBooking(
            CATEGORIES.get(random.nextInt(2)), from, random.nextInt(from + 1, NIGHTS + 1), code);
    ModelBlock block = code == null ? null : blocks.get(code);
    boolean refused =
        block != null
            && block.cancelled()
            && (known == null || !Objects.equals(code, known.block()));
    if (!refused) {
      bookings.put(id, wanted);
    }
    post(fixture, id, code, wanted);
    return "book " + id + " " + wanted + (refused ? ", refused" : "");
  }

  private String cancelBooking(BlockFixture fixture, String id) {
    ModelBooking known = bookings.get(id);
    if (known == null) {
      return "nothing";
    }
    bookings.put(id, new ModelBooking(known.category(), 0, 0, known.block()));
    post(fixture, id, null, null);
    return "cancel " + id;
  }

  private void post(
      BlockFixture fixture, String id, @Nullable String code, @Nullable ModelBooking booking) {
    String rest = "";
    if (booking != null) {
      int nights = booking.to() - booking.from();
      rest =
          """
          ,"currencyCode":"EUR","totalAmount":{"gross":%d},"paymentType":2,"customer":{"lastName":"Visser"},
          "reservations":[{"code":"01","spaceTypeCode":"%s","ratePlanCode":"FLX","from":"%s","to":"%s",
           "guestCounts":[{"code":"Adult","count":1}],"amounts":[%s],"totalAmount":{"gross":%d}}]
          """
              .formatted(
                  100 * nights,
                  booking.category(),
                  FIRST.plusDays(booking.from()),
                  FIRST.plusDays(booking.to()),
                  "{\"gross\":100}" + ",{\"gross\":100}".repeat(nights - 1),
                  100 * nights);
    }
    JsonNode answer =
        fixture.post(
            "/v1/push/0426f19b66715a93",
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"m-%d","channelId":"E","channelManagerId":"%s"%s%s}
            """
                .formatted(
                    CLIENT,
                    CONNECTION,
                    messages++,
                    id,
                    code == null ? "" : ",\"availabilityBlockCode\":\"" + code + "\"",
                    rest));
    assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
  }

  private void learnNumbers(BlockFixture fixture) {
    for (var result : fixture.inbox.results) {
      ModelBlock known = blocks.get(result.code());
      String number = result.confirmationNumber();
      if (known != null && known.number().isEmpty() && number != null) {
        blocks.put(
            result.code(),
            new ModelBlock(
                number,
                known.category(),
                known.from(),
                known.to(),
                known.units(),
                known.fixed(),
                known.offsetDays(),
                known.cancelled()));
      }
    }
  }

  private List<String> counted(Instant now) {
    List<String> lines = new ArrayList<>();
    for (String category : CATEGORIES) {
      for (int night = 0; night < NIGHTS; night++) {
        int left = UNITS.getOrDefault(category, 0);
        for (ModelBooking booking : bookings.values()) {
          left -= booking.takes(category, night) ? 1 : 0;
        }
        for (Map.Entry<String, ModelBlock> block : blocks.entrySet()) {
          left -= withheld(block.getKey(), block.getValue(), category, night, now);
        }
        lines.add(category + " " + FIRST.plusDays(night) + " " + Math.max(0, left));
      }
    }
    return lines;
  }

  private int withheld(String code, ModelBlock block, String category, int night, Instant now) {
    if (!block.category().equals(category) || !block.holds(night, now)) {
      return 0;
    }
    long taken =
        bookings.values().stream()
            .filter(booking -> code.equals(booking.block()) && booking.takes(category, night))
            .count();
    return Math.max(0, block.units() - Math.toIntExact(taken));
  }

  private static List<String> shown(BlockFixture fixture) {
    Map<String, TreeMap<LocalDate, Integer>> shown = new TreeMap<>();
    Nights nights = Nights.of(FIRST, NIGHTS);
    for (JsonNode each :
        fixture.mews.observeAvailability(CONNECTION, nights).path("availabilities")) {
      LocalDate from = LocalDate.parse(each.path("from").asText());
      LocalDate to = LocalDate.parse(each.path("to").asText());
      from.datesUntil(to.plusDays(1))
          .forEach(
              night ->
                  shown
                      .computeIfAbsent(each.path("spaceTypeCode").asText(), key -> new TreeMap<>())
                      .put(night, each.path("availability").asInt()));
    }
    List<String> lines = new ArrayList<>();
    for (String category : CATEGORIES) {
      for (int night = 0; night < NIGHTS; night++) {
        LocalDate day = FIRST.plusDays(night);
        lines.add(
            category + " " + day + " " + shown.getOrDefault(category, new TreeMap<>()).get(day));
      }
    }
    return lines;
  }
}
