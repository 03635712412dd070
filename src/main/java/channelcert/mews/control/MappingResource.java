package channelcert.mews.control;

import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.MapCodeCommand;
import channelcert.contract.control.MapPairCommand;
import channelcert.contract.control.MappingView;
import channelcert.contract.control.api.MappingApi;
import channelcert.mews.MewsControl;
import channelcert.mews.property.Mapped;
import channelcert.mews.property.Property.Pair;

/** What is mapped on a connection. */
public final class MappingResource implements MappingApi {
  private final MewsControl mews;
  private final ConnectionNames names;

  MappingResource(MewsControl mews, ConnectionNames names) {
    this.mews = mews;
    this.names = names;
  }

  @Override
  public MappingView readMapping(ConnectionCommand command) {
    return ConnectionMapper.mapping(mews.mapping(names.token(command.connection())));
  }

  @Override
  public void mapCategory(MapCodeCommand command) {
    mews.editing()
        .connections()
        .category(names.editable(command.connection()), command.code(), state(command));
  }

  @Override
  public void mapRatePlan(MapCodeCommand command) {
    mews.editing()
        .connections()
        .ratePlan(names.editable(command.connection()), command.code(), state(command));
  }

  private static Mapped state(MapCodeCommand command) {
    return Mapped.valueOf(command.state().name());
  }

  @Override
  public void mapPair(MapPairCommand command) {
    mews.editing()
        .connections()
        .pair(
            names.editable(command.connection()),
            new Pair(command.ratePlanCode(), command.spaceTypeCode()),
            command.mapped());
  }
}
