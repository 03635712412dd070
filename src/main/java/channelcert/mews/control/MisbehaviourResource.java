package channelcert.mews.control;

import channelcert.contract.control.BehaveCommand;
import channelcert.contract.control.MisbehaviourList;
import channelcert.contract.control.api.MisbehaviourApi;
import channelcert.mews.misbehaviour.Misbehaviour;

/** Errors, delays, silence, duplicates and losses on command. */
public final class MisbehaviourResource implements MisbehaviourApi {
  private final Misbehaviour rules;

  MisbehaviourResource(Misbehaviour rules) {
    this.rules = rules;
  }

  @Override
  public MisbehaviourList misbehave(channelcert.contract.control.Misbehaviour wanted) {
    rules.add(MisbehaviourMapper.rule(wanted));
    return listMisbehaviours();
  }

  @Override
  public MisbehaviourList listMisbehaviours() {
    return MisbehaviourMapper.list(rules.rules());
  }

  @Override
  public void behave(BehaveCommand command) {
    Integer id = command.id();
    if (id == null) {
      rules.forgetAll();
    } else if (!rules.forget(id)) {
      throw ControlRefusal.notFound(
          "There is no rule " + id + "; listMisbehaviours shows those that are in force.");
    }
  }
}
