package channelcert.mews.control;

import channelcert.contract.control.CreatePropertyCommand;
import channelcert.contract.control.PropertyCommand;
import channelcert.contract.control.PropertyList;
import channelcert.contract.control.PropertyView;
import channelcert.contract.control.api.PropertiesApi;
import channelcert.mews.MewsControl;
import channelcert.mews.property.PricingMode;

/** Properties and what they sell. */
public final class PropertiesResource implements PropertiesApi {
  private final MewsControl mews;
  private final ControlStore store;

  PropertiesResource(MewsControl mews, ControlStore store) {
    this.mews = mews;
    this.store = store;
  }

  @Override
  public PropertyList listProperties() {
    return new PropertyList(store.properties().stream().map(PropertyMapper::summary).toList());
  }

  @Override
  public PropertyView createProperty(CreatePropertyCommand command) {
    PricingMode mode = PricingMode.valueOf(command.pricingMode().name());
    return view(mews.createReferenceProperty(mode).id());
  }

  @Override
  public PropertyView readProperty(PropertyCommand command) {
    if (!store.hasProperty(command.propertyId())) {
      throw ControlRefusal.notFound(
          "There is no property "
              + command.propertyId()
              + "; listProperties shows those that exist.");
    }
    return view(command.propertyId());
  }

  private PropertyView view(String id) {
    return PropertyMapper.view(mews.property(id), mews.today(id));
  }
}
