package com.salesync.sale.order;

import com.salesync.common.neighbour.NeighbourClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  OrderServiceClient orderServiceClient(NeighbourClients neighbours) {
    return neighbours.create(OrderServiceClient.class, "order");
  }
}
