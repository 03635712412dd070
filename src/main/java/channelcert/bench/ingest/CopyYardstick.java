package channelcert.bench.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * The fastest way into PostgreSQL: COPY of the same cells, one row for each night and number of
 * guests, into a table with a primary key. The rows are made ready before the clock starts.
 */
final class CopyYardstick implements AutoCloseable {
  private final Connection connection;
  private int next;

  CopyYardstick(String jdbc) throws SQLException {
    connection = DriverManager.getConnection(jdbc);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table night_price (connection_id bigint, space_type_code varchar(255),"
              + " rate_plan_code varchar(255), night date, guests integer, gross numeric,"
              + " net numeric, primary key (connection_id, space_type_code, rate_plan_code, night,"
              + " guests))");
    }
  }

  /** Copies the prices of new connections, one statement each; answers rows per second. */
  double rowsPerSecond(int connections, int days, int ratePlans, int categories, int occupancies)
      throws SQLException, IOException {
    List<byte[]> ready = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      ready.add(rows(next++, days, ratePlans, categories, occupancies));
    }
    long rows = 0;
    long before = System.nanoTime();
    for (byte[] each : ready) {
      rows +=
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy night_price from stdin", new ByteArrayInputStream(each), 1 << 16);
    }
    return rows / ((System.nanoTime() - before) / 1e9);
  }

  private static byte[] rows(
      int connection, int days, int ratePlans, int categories, int occupancies) {
    StringBuilder rows = new StringBuilder();
    for (int pair = 0; pair < ratePlans * categories; pair++) {
      for (int day = 0; day < days; day++) {
        LocalDate night = LocalDate.of(2027, 1, 1).plusDays(day);
        for (int guests = 1; guests <= occupancies; guests++) {
          int cents = (pair * 37 + day * 53 + guests * 1999) % 10_000;
          rows.append(connection)
              .append('\t')
              .append(Message.code('S', pair % categories))
              .append('\t')
              .append(Message.code('R', pair / categories))
              .append('\t')
              .append(night)
              .append('\t')
              .append(guests)
              .append(
                  String.format(
                      Locale.ROOT,
                      "\t1%02d.%02d\t9%d.%02d\n",
                      cents / 100,
                      cents % 100,
                      cents / 1000,
                      cents * 7 % 100));
        }
      }
    }
    return rows.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
