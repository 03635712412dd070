package channelcert.cli.terminal;

import java.util.Locale;

/** How a run reports on standard output. */
public enum Format {
  /** For a person: signs, colours and a live line where the terminal can show them. */
  HUMAN,
  /** Words only, one line per finished row, for logs. */
  PLAIN,
  /** One JSON object at the end, laid out as report.json; everything else on standard error. */
  JSON;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
