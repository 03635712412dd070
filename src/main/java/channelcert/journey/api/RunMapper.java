package channelcert.journey.api;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Field;
import channelcert.certification.attend.Form;
import channelcert.contract.portal.Exchange;
import channelcert.contract.portal.ExchangeList;
import channelcert.contract.portal.Instruction;
import channelcert.contract.portal.InstructionForm;
import channelcert.contract.portal.Run;
import channelcert.contract.portal.RunRow;
import channelcert.contract.portal.RunState;
import channelcert.contract.portal.RunSummary;
import channelcert.journey.live.SeenRun;
import channelcert.journey.run.CaseRun;
import channelcert.journey.run.ExchangeLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs in the form of the API. */
final class RunMapper {
  private RunMapper() {}

  static RunSummary summary(CaseRun run, String state) {
    return RunSummary.builder()
        .number(run.number())
        .attempt(run.attempt())
        .state(RunState.valueOf(state))
        .verdict(run.verdict() == null ? null : run.verdict().name())
        .duringCall(run.duringCall())
        .codes(run.codes())
        .startedBy(run.startedBy())
        .startedAt(CaseMapper.moment(run.startedAt()))
        .finishedAt(moment(run.finishedAt()))
        .problem(run.problem())
        .build();
  }

  static Run run(SeenRun seen) {
    CaseRun run = seen.run();
    return Run.builder()
        .number(run.number())
        .attempt(run.attempt())
        .state(RunState.valueOf(seen.state()))
        .verdict(run.verdict() == null ? null : run.verdict().name())
        .duringCall(run.duringCall())
        .seed(run.seed())
        .codes(run.codes())
        .startedBy(run.startedBy())
        .startedAt(CaseMapper.moment(run.startedAt()))
        .finishedAt(moment(run.finishedAt()))
        .problem(run.problem())
        .rows(
            seen.rows().stream()
                .map(
                    row ->
                        RunRow.builder()
                            .code(row.code())
                            .title(row.title())
                            .state(row.state())
                            .detail(row.detail().isEmpty() ? null : row.detail())
                            .build())
                .toList())
        .waiting(seen.waiting().stream().map(RunMapper::instruction).toList())
        .lastNote(seen.lastNote())
        .build();
  }

  private static Instruction instruction(Board.Posted posted) {
    Form form = posted.instruction().form();
    return Instruction.builder()
        .number(posted.number())
        .code(posted.instruction().code())
        .title(posted.instruction().title())
        .text(posted.instruction().text())
        .until(CaseMapper.moment(posted.until()))
        .form(
            switch (form) {
              case Form.Act act -> InstructionForm.ACT;
              case Form.Values values -> InstructionForm.VALUES;
              case Form.Export export -> InstructionForm.EXPORT;
              case Form.Statement statement -> InstructionForm.STATEMENT;
            })
        .fields(
            form instanceof Form.Values values
                ? values.fields().stream().map(Field::label).toList()
                : List.of())
        .question(form instanceof Form.Statement statement ? statement.question() : null)
        .build();
  }

  static ExchangeList exchanges(List<ExchangeLine> lines, int most) {
    return ExchangeList.builder()
        .exchanges(
            lines.stream()
                .map(
                    each ->
                        Exchange.builder()
                            .number(each.number())
                            .direction(each.direction())
                            .operation(each.operation())
                            .startedAt(CaseMapper.moment(each.startedAt()))
                            .durationMillis(each.durationMillis())
                            .status(each.status())
                            .build())
                .toList())
        .next(lines.size() < most ? null : Integer.valueOf(lines.getLast().number()))
        .build();
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
    return at == null ? null : CaseMapper.moment(at);
  }
}
