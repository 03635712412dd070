package channelcert.mews.control;

import channelcert.contract.control.BlockList;
import channelcert.contract.control.BlockNumberCommand;
import channelcert.contract.control.BlockView;
import channelcert.contract.control.ChangeBlockCommand;
import channelcert.contract.control.MakeBlockCommand;
import channelcert.contract.control.PropertyCommand;
import channelcert.contract.control.api.BlocksApi;
import channelcert.mews.availabilityblock.BlockDesk;
import channelcert.mews.availabilityblock.BlockState;

/** Availability blocks, as hotel staff handle them. */
public final class BlocksResource implements BlocksApi {
  private final BlockDesk desk;
  private final ControlStore store;

  BlocksResource(BlockDesk desk, ControlStore store) {
    this.desk = desk;
    this.store = store;
  }

  @Override
  public BlockView makeBlock(MakeBlockCommand command) {
    String property = store.known(command.propertyId());
    return view(property, desk.create(property, BlockMapper.order(command.block())));
  }

  @Override
  public BlockView changeBlock(ChangeBlockCommand command) {
    String property = store.known(command.propertyId());
    String number = known(property, command.confirmationNumber());
    desk.change(property, number, BlockMapper.order(command.block()));
    return view(property, number);
  }

  @Override
  public BlockView cancelBlock(BlockNumberCommand command) {
    String property = store.known(command.propertyId());
    String number = known(property, command.confirmationNumber());
    desk.cancel(property, number);
    return view(property, number);
  }

  @Override
  public BlockList readBlocks(PropertyCommand command) {
    String property = store.known(command.propertyId());
    return new BlockList(desk.blocks(property).stream().map(this::view).toList());
  }

  private String known(String property, String number) {
    return state(property, number).block().number();
  }

  private BlockView view(String property, String number) {
    return view(state(property, number));
  }

  private BlockState state(String property, String number) {
    return desk.blocks(property).stream()
        .filter(state -> state.block().number().equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "There is no block "
                        + number
                        + " at the property; readBlocks shows those that exist."));
  }

  private BlockView view(BlockState state) {
    return BlockMapper.view(
        state, desk.messages(state.block().propertyId(), state.block().number()));
  }
}
