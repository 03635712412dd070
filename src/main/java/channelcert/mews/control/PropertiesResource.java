package channelcert.mews.control;

import channelcert.contract.control.CreatePropertyCommand;
import channelcert.contract.control.EditPropertyCommand;
import channelcert.contract.control.PropertyCommand;
import channelcert.contract.control.PropertyDescription;
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
  public PropertyView defineProperty(PropertyDescription command) {
    if (store.properties().stream().anyMatch(each -> each.id().equals(command.propertyId()))) {
      throw ControlRefusal.conflict(
          "There is a property " + command.propertyId() + " already; choose another propertyId.");
    }
    return view(mews.editing().create(DescriptionMapper.details(command)).id());
  }

  @Override
  public PropertyView editProperty(EditPropertyCommand command) {
    String id = store.known(command.propertyId());
    mews.editing().edit(id, DescriptionMapper.change(command));
    return view(id);
  }

  @Override
  public PropertyView readProperty(PropertyCommand command) {
    return view(store.known(command.propertyId()));
  }

  private PropertyView view(String id) {
    return PropertyMapper.view(mews.details(id), mews.today(id));
  }
}
