package channelcert.journey.api;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Reply;
import channelcert.certification.candidate.ReadBack;
import channelcert.contract.portal.ExchangeList;
import channelcert.contract.portal.InstructionReply;
import channelcert.contract.portal.NewRun;
import channelcert.contract.portal.ReplyFile;
import channelcert.contract.portal.Run;
import channelcert.contract.portal.RunList;
import channelcert.contract.portal.RunOrder;
import channelcert.contract.portal.api.RunsApi;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.live.LiveRun;
import channelcert.journey.live.RunDesk;
import channelcert.journey.live.RunWish;
import channelcert.journey.live.SeenRun;
import channelcert.journey.run.RunStore;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs of the tests, watched and answered while they go on. */
public final class RunsResource implements RunsApi {
  private final Cases cases;
  private final RunDesk desk;
  private final RunStore runs;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  RunsResource(Cases cases, RunDesk desk, RunStore runs) {
    this.cases = cases;
    this.desk = desk;
    this.runs = runs;
  }

  @Override
  public RunList listRuns(String caseId) {
    String id = cases.of(security, caseId).id();
    return new RunList(
        runs.runs(id).stream()
            .map(
                run ->
                    RunMapper.summary(
                        run,
                        SeenRun.state(
                            run, desk.live(id, run.number()).map(LiveRun::isPaused).orElse(false))))
            .toList());
  }

  @Override
  public Run startRun(String caseId, NewRun wanted) {
    CertificationCase found = cases.of(security, caseId);
    LiveRun run = desk.start(found, wish(wanted), Caller.person(security));
    return seen(found, run.number());
  }

  private static RunWish wish(NewRun wanted) {
    return new RunWish(
        orElse(wanted.codes(), List.of()),
        orElse(wanted.supplementary(), false),
        orElse(wanted.driver(), "").strip(),
        readBack(orElse(wanted.readBack(), "")),
        wanted.seed(),
        orElse(wanted.connection(), 1));
  }

  private static @Nullable ReadBack readBack(String name) {
    if (name.isEmpty()) {
      return null;
    }
    return Arrays.stream(ReadBack.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                StepRefused.invalid(
                    "readBack", "It is one of " + Arrays.toString(ReadBack.values()) + "."));
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  @Override
  public Run readRun(String caseId, Integer number) {
    return seen(cases.of(security, caseId), number);
  }

  @Override
  public Run steerRun(String caseId, Integer number, RunOrder order) {
    CertificationCase found = cases.of(security, caseId);
    desk.steer(
        found.id(), number, RunDesk.Order.valueOf(order.what().name()), Caller.person(security));
    return seen(found, number);
  }

  @Override
  public Run replyToInstruction(
      String caseId, Integer number, Integer instruction, InstructionReply reply) {
    CertificationCase found = cases.of(security, caseId);
    desk.reply(found.id(), number, instruction, reply(reply), Caller.person(security));
    return seen(found, number);
  }

  private static Reply reply(InstructionReply given) {
    if (given.cannot() != null) {
      return new Reply.Cannot(given.cannot());
    }
    if (given.values() != null) {
      return new Reply.Typed(given.values());
    }
    if (given.export() != null) {
      return new Reply.Handed(file(given.export()));
    }
    if (given.holds() != null) {
      if (given.screenshot() == null) {
        throw StepRefused.invalid("screenshot", "A statement needs a screenshot.");
      }
      return new Reply.Stated(
          given.holds(),
          orElse(given.name(), ""),
          orElse(given.role(), ""),
          file(given.screenshot()));
    }
    if (Boolean.TRUE.equals(given.done())) {
      return new Reply.Done();
    }
    throw StepRefused.invalid(
        "reply", "Reply with done, cannot, values, export, or holds with a screenshot.");
  }

  private static Attachment file(ReplyFile given) {
    return new Attachment(given.name(), given.content());
  }

  @Override
  public ExchangeList listExchanges(String caseId, Integer number, @Nullable Integer after) {
    CertificationCase found = cases.of(security, caseId);
    return RunMapper.exchanges(
        runs.exchangesAfter(found.id(), number, orElse(after, 0)), RunStore.PAGE);
  }

  private Run seen(CertificationCase found, int number) {
    return SeenRun.of(desk, runs, found.id(), number)
        .map(RunMapper::run)
        .orElseThrow(() -> PortalRefusal.notFound("The case has no run " + number + "."));
  }
}
