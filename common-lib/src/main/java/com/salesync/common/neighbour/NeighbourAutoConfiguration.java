package com.salesync.common.neighbour;

import com.salesync.common.security.InternalTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.context.annotation.Bean;

/** Clients of the other services. */
@AutoConfiguration
public class NeighbourAutoConfiguration {

  @Bean
  NeighbourConnections neighbourConnections() {
    return new NeighbourConnections();
  }

  @Bean
  NeighbourGroups neighbourGroups(
      HttpServiceClientProperties properties, ObjectProvider<InternalTokens> tokens) {
    return new NeighbourGroups(properties, new Caller(tokens));
  }
}
