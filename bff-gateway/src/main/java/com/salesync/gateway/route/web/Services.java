package com.salesync.gateway.route.web;

import java.net.URI;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.stereotype.Component;

/** Where the services behind the gateway are: what is relayed goes where this system's calls go. */
@Component
final class Services {

  private final HttpServiceClientProperties clients;

  Services(HttpServiceClientProperties clients) {
    this.clients = clients;
  }

  /**
   * The base URL of a service.
   *
   * @param service store, item, order, sale, dashboard or consulting
   */
  URI url(String service) {
    HttpClientProperties client = clients.get(service);
    if (client == null || client.getBaseUrl() == null) {
      throw new IllegalArgumentException("No spring.http.serviceclient." + service + ".base-url");
    }
    return URI.create(client.getBaseUrl());
  }
}
