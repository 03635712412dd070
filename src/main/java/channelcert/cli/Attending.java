package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.ReadBack;
import java.io.Console;

/** Who replies where a run asks a person. */
enum Attending {
  /** The terminal, when a person is needed and sits at one. */
  AUTO,
  TERMINAL,
  NOBODY;

  /** Whether this process asks at its terminal. */
  boolean atTerminal(Candidate candidate) {
    return switch (this) {
      case TERMINAL -> true;
      case NOBODY -> false;
      case AUTO -> needsPerson(candidate) && isTerminal();
    };
  }

  /** Whether something about the candidate is known from people only. */
  static boolean needsPerson(Candidate candidate) {
    return candidate.driver() == null || candidate.readBack() != ReadBack.DRIVER;
  }

  // Since Java 25 there is no console again where there is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
