package channelcert.bench.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a push costs the same beside few and beside many stored connections. */
final class Growth {
  static final List<Integer> STORED = List.of(10, 1000, 100_000);

  private static final int MEASURED = 60;
  private static final int ROUNDS = 12;
  private static final int WARM_UP = 4;

  private final IngestReport report;
  private final Map<Integer, Served> servers = new LinkedHashMap<>();

  Growth(IngestReport report) {
    this.report = report;
  }

  /** Connections that are only there, and some to push to. */
  static void seed(SeedStore seed, int stored) {
    seed.connections(0, MEASURED - 1, 5, 5);
    seed.connections(1000, 1000 + stored - 1, 1, 1);
    seed.filling(1000, 1000 + stored - 1);
  }

  void add(int stored, Served server) {
    servers.put(stored, server);
  }

  void measure() {
    Message message = Message.prices(Servers.CLIENT_TOKEN, 365, 5, 5, 4);
    Map<Integer, List<Double>> nanos = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<Integer, Served> each : servers.entrySet()) {
        int first = round * 3;
        Load.Result result =
            Load.run(
                each.getValue().url(), Servers.PRICES, List.of(Contest.inTurn(message, first, 3)));
        if (round >= WARM_UP) {
          nanos
              .computeIfAbsent(each.getKey(), k -> new ArrayList<>())
              .add(result.seconds() * 1e9 / (3.0 * message.cells()));
        }
      }
    }
    nanos.forEach(
        (stored, costs) ->
            report.add(
                Figure.of(
                    "nanosPerCellWith" + stored,
                    "time per cell of a full push, " + stored + " connections stored",
                    Contest.median(costs),
                    "ns")));
    double few = Contest.median(nanos.getOrDefault(STORED.getFirst(), List.of()));
    double many = Contest.median(nanos.getOrDefault(STORED.getLast(), List.of()));
    report.add(
        Figure.atMost(
            "growthRatio", "cost per cell, 100 000 connections stored to 10", many / few, "", 1.2));
  }
}
