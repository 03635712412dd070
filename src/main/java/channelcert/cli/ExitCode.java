package channelcert.cli;

import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;

/** The exit codes of every command; the README documents them. */
final class ExitCode {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;
  static final int NOT_PROVEN = 4;

  private ExitCode() {}

  /** Of a run: what was expected does not count, and an expectation that is out of date does. */
  static int of(RunResult run) {
    return run.expected().stale(run).isEmpty() ? of(run.expected().unexpected(run)) : FAILED;
  }

  private static int of(Verdict verdict) {
    return switch (verdict) {
      case PASSED, NOT_APPLICABLE -> PASSED;
      case FAILED -> FAILED;
      case INCONCLUSIVE, HARNESS_ERROR -> NOT_PROVEN;
    };
  }
}
