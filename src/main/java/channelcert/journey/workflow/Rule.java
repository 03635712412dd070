package channelcert.journey.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the table of transitions while it is written down. */
final class Rule {
  final Set<CaseState> from;
  final List<Guard> guards = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  CaseState to = CaseState.DRAFT;
  Set<Role> roles = Set.of();
  Set<Role> actors = Set.of();
  boolean aside;
  Trigger trigger = Trigger.PERSON;
  String label = "";
  @Nullable Input input;

  Rule(Set<CaseState> from) {
    this.from = from;
  }

  Rule to(CaseState state) {
    this.to = state;
    return this;
  }

  Rule by(Role role) {
    return by(Set.of(role));
  }

  Rule by(Set<Role> some) {
    this.roles = Set.copyOf(some);
    return awaits(some);
  }

  Rule awaits(Set<Role> some) {
    this.actors = Set.copyOf(some);
    return this;
  }

  Rule aside() {
    this.aside = true;
    return this;
  }

  Rule orBy(Set<Role> more) {
    Set<Role> all = EnumSet.copyOf(roles);
    all.addAll(more);
    this.roles = Set.copyOf(all);
    return this;
  }

  Rule called(String words) {
    this.label = words;
    return this;
  }

  Rule observed(String words) {
    this.trigger = Trigger.OBSERVATION;
    return called(words);
  }

  Rule after(String words) {
    this.trigger = Trigger.TIMER;
    return called(words);
  }

  Rule needs(Guard... some) {
    guards.addAll(Arrays.asList(some));
    return this;
  }

  Rule given(Input some) {
    this.input = some;
    return this;
  }

  Rule does(Effect... some) {
    effects.addAll(Arrays.asList(some));
    return this;
  }
}
