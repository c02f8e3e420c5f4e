package com.salesync.common.neighbour;

import com.salesync.common.security.InternalTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Clients of the other services. */
@AutoConfiguration(after = RestClientAutoConfiguration.class)
@EnableConfigurationProperties(NeighbourProperties.class)
public class NeighbourAutoConfiguration {

  @Bean
  NeighbourClients neighbourClients(RestClient.Builder builder, NeighbourProperties properties) {
    return new NeighbourClients(builder, properties);
  }

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
