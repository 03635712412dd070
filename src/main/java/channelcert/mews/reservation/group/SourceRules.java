package channelcert.mews.reservation.group;

import java.util.List;

/** Rules of the channels that a booking came through. */
final class SourceRules {
  private final House house;
  private final Findings findings;

  SourceRules(House house, Findings findings) {
    this.house = house;
    this.findings = findings;
  }

  void check(List<SourceOrder> sources) {
    if (sources.isEmpty()) {
      return;
    }
    long primary = sources.stream().filter(SourceOrder::primary).count();
    if (primary != 1) {
      findings.refuse(
          "Group: "
              + primary
              + " sources are marked as primary; mark exactly one source with isPrimary true.");
    }
    sources.forEach(this::known);
  }

  private void known(SourceOrder source) {
    if (source.code() == null && !house.certifiedForSources()) {
      findings.refuse(
          "Source "
              + Findings.shown(source.name())
              + ": its code is null and the connection is not certified for sources; send the code"
              + " of a channel listed by getChannels.");
    }
    if (source.code() == null && source.name().isBlank()) {
      findings.refuse(
          "Source: the name is empty and the code is null; send the name that the new channel shall"
              + " have.");
    }
    if (source.code() != null && !house.channels().contains(source.code())) {
      findings.refuse(
          "Source "
              + Findings.shown(source.name())
              + ": there is no channel with the code "
              + source.code()
              + "; send a code listed by getChannels.");
    }
  }
}
