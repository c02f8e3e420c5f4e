package com.salesync.gateway.costs;

import com.salesync.common.neighbour.NeighbourClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CostsConfiguration {

  @Bean
  CatalogueCosts catalogueCosts(NeighbourClients neighbours) {
    return neighbours.create(CatalogueCosts.class, "item");
  }
}
