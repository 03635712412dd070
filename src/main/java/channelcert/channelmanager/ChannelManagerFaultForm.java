package channelcert.channelmanager;

import channelcert.channelmanager.driver.ProblemMapper;
import channelcert.http.Fault;
import channelcert.http.FaultForm;
import channelcert.http.PublishedFaultForm;

/**
 * Problems with a telling status below {@code /driver}, {@code /ota} and {@code /extranet} (where
 * they become pages), the published form everywhere else.
 */
final class ChannelManagerFaultForm implements FaultForm {
  private final FaultForm published = new PublishedFaultForm();

  @Override
  public FaultAnswer answer(Fault fault, String path) {
    return !isPublished(path)
        ? new FaultAnswer(status(fault.kind()), ProblemMapper.problem(fault.message()))
        : published.answer(fault, path);
  }

  private static boolean isPublished(String path) {
    return !path.startsWith("/driver/") && !path.startsWith("/ota/") && !isPage(path);
  }

  private static boolean isPage(String path) {
    return path.equals("/extranet") || path.startsWith("/extranet/");
  }

  private static int status(Fault.Kind kind) {
    return switch (kind) {
      case INVALID, TOO_LARGE -> 400;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case INTERNAL -> 500;
    };
  }
}
