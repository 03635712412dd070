package channelcert.cli;

import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * For whom a result is told, beside the report folder.
 *
 * @param expected failures that do not fail the command
 * @param gitHub tells a workflow; absent where nobody asked for it
 */
record Reporting(ExpectedFailures expected, @Nullable GitHub gitHub) implements AutoCloseable {
  RunResult expecting(RunResult result) {
    return result.expecting(expected);
  }

  /** Tells; answers the exit code. */
  int tell(RunResult result) {
    if (gitHub != null) {
      gitHub.tell(result, System.getenv("GITHUB_STEP_SUMMARY"));
    }
    return ExitCode.of(result);
  }

  @Override
  public void close() {
    if (gitHub != null) {
      gitHub.resume();
    }
  }
}
