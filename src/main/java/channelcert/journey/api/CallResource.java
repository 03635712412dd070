package channelcert.journey.api;

import channelcert.contract.portal.CallState;
import channelcert.contract.portal.CallView;
import channelcert.contract.portal.Extension;
import channelcert.contract.portal.NewSlot;
import channelcert.contract.portal.Protocol;
import channelcert.contract.portal.SlotList;
import channelcert.contract.portal.api.CallApi;
import channelcert.journey.call.Call;
import channelcert.journey.call.CallDesk;
import channelcert.journey.call.Slot;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;

/** Offered times, and the call of a case. */
public final class CallResource implements CallApi {
  private final Cases cases;
  private final CaseDesk desk;
  private final CallDesk calls;
  private final Clock clock;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  CallResource(Cases cases, CaseDesk desk, CallDesk calls, Clock clock) {
    this.cases = cases;
    this.desk = desk;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public SlotList listSlots() {
    return new SlotList(
        calls.slots(Caller.person(security)).stream().map(CallResource::view).toList());
  }

  @Override
  public SlotList offerSlot(NewSlot slot) {
    calls.offer(Caller.person(security), slot.startsAt().toInstant());
    return listSlots();
  }

  @Override
  public void withdrawSlot(String slot) {
    calls.withdraw(slot);
  }

  @Override
  public CallView readCall(String caseId) {
    return view(cases.of(security, caseId));
  }

  @Override
  public Response downloadInvitation(String caseId) {
    return Downloads.file(
        calls
            .invitation(cases.of(security, caseId))
            .orElseThrow(() -> PortalRefusal.conflict("No call is booked in this attempt.")),
        "text/calendar; charset=utf-8; method=REQUEST",
        "certification-call.ics");
  }

  @Override
  public CallView extendCall(String caseId, Extension extension) {
    CertificationCase found = cases.of(security, caseId, extension.revision());
    calls.extend(desk, found, Caller.person(security), extension.minutes());
    return view(found);
  }

  @Override
  public CallView writeProtocol(String caseId, Protocol protocol) {
    CertificationCase found = cases.of(security, caseId, protocol.revision());
    calls.note(desk, found, Caller.person(security), protocol.content());
    return view(found);
  }

  private CallView view(CertificationCase found) {
    return new CallView(calls.call(found).map(this::view).orElse(null));
  }

  private channelcert.contract.portal.Call view(Call call) {
    return channelcert.contract.portal.Call.builder()
        .attempt(call.attempt())
        .state(CallState.valueOf(call.state().name()))
        .startsAt(CaseMapper.moment(call.beginning()))
        .endsAt(CaseMapper.moment(call.end()))
        .overtime(call.isOvertime(clock.instant()))
        .certifier(call.certifierName())
        .attendees(call.attendees())
        .extendedMinutes(call.extendedMinutes())
        .protocol(call.protocol())
        .build();
  }

  private static channelcert.contract.portal.Slot view(Slot slot) {
    return channelcert.contract.portal.Slot.builder()
        .id(slot.id())
        .startsAt(CaseMapper.moment(slot.startsAt()))
        .endsAt(CaseMapper.moment(slot.endsAt()))
        .certifier(slot.certifierName())
        .taken(slot.caseId() != null)
        .build();
  }
}
