package channelcert.cli;

import channelcert.pact.PactFile;
import channelcert.pact.Stub;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Stand-ins that answer from the pacts alone, until stopped. */
final class StubServing {
  private StubServing() {}

  /**
   * Serves the sides that have a port.
   *
   * @return the exit code
   */
  static int serve(@Nullable Integer mews, @Nullable Integer channelManager, PrintWriter out)
      throws InterruptedException {
    List<Stub> stubs = new ArrayList<>();
    CountDownLatch stopped = new CountDownLatch(1);
    if (mews != null) {
      stubs.add(start("mews", mews, "getChannels", "/api/channelManager/v1/", out));
    }
    if (channelManager != null) {
      stubs.add(start("channel-manager", channelManager, "updateAvailability", "/", out));
    }
    out.println("Stop with Ctrl+C.");
    out.flush();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stubs.forEach(Stub::close);
                  stopped.countDown();
                }));
    stopped.await();
    return ExitCode.PASSED;
  }

  private static Stub start(String side, int port, String tried, String path, PrintWriter out) {
    try {
      Stub stub = Stub.start(PactFile.shipped(side), Parts.LOOPBACK, port);
      out.println("Stand-in of " + side + "  " + stub.url() + ", answering from its pact");
      out.println(
          "  try: curl -s -X POST "
              + stub.url()
              + path
              + tried
              + " -H 'Content-Type: application/json' -d '{\"clientToken\":\"...\"}'");
      return stub;
    } catch (IllegalStateException taken) {
      throw UserError.usage(String.valueOf(taken.getMessage()));
    }
  }
}
