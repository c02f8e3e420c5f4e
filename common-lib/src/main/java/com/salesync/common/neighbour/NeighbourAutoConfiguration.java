package com.salesync.common.neighbour;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
}
