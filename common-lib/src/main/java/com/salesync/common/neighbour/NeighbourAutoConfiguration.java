package com.salesync.common.neighbour;

import com.salesync.common.security.InternalTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.context.annotation.Bean;

/** Clients of the other services. */
@AutoConfiguration
@EnableConfigurationProperties(NeighbourConnections.Settings.class)
public class NeighbourAutoConfiguration {

  @Bean
  NeighbourConnections neighbourConnections(NeighbourConnections.Settings settings) {
    return new NeighbourConnections(settings);
  }

  @Bean
  NeighbourGroups neighbourGroups(
      HttpServiceClientProperties properties, ObjectProvider<InternalTokens> tokens) {
    return new NeighbourGroups(properties, new Caller(tokens));
  }
}
