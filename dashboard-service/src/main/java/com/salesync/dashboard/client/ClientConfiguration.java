package com.salesync.dashboard.client;

import com.salesync.common.neighbour.NeighbourClients;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

  /** A year of a large menu is some megabytes; answers to it begin later than the usual. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

  @Bean
  OrderServiceClient orderServiceClient(NeighbourClients clients) {
    return clients.create(OrderServiceClient.class, "order", READ_TIMEOUT);
  }

  @Bean
  ItemServiceClient itemServiceClient(NeighbourClients clients) {
    return clients.create(ItemServiceClient.class, "item", READ_TIMEOUT);
  }

  @Bean
  SaleServiceClient saleServiceClient(NeighbourClients clients) {
    return clients.create(SaleServiceClient.class, "sale", READ_TIMEOUT);
  }

  @Bean
  StoreServiceClient storeServiceClient(NeighbourClients clients) {
    return clients.create(StoreServiceClient.class, "store");
  }
}
