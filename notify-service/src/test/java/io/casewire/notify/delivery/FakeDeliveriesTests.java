package io.casewire.notify.delivery;

class FakeDeliveriesTests extends DeliveryQueueContract {
    private final FakeDeliveries deliveries = new FakeDeliveries();

    @Override
    DeliveryQueue queue() {
        return deliveries;
    }

    @Override
    Delivery add(Delivery delivery) {
        return deliveries.add(delivery);
    }

    @Override
    Delivery get(String id) {
        return deliveries.get(id);
    }
}
