package com.salesync.gateway.route.web;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services behind the gateway, as salesync-defaults.yaml of common-lib names them.
 *
 * @param urls base URL by service: store, item, order, sale, dashboard, consulting
 */
@ConfigurationProperties("salesync.neighbours")
record Services(@DefaultValue Map<String, URI> urls) {

  URI url(String service) {
    URI url = urls.get(service);
    if (url == null) {
      throw new IllegalArgumentException("No salesync.neighbours.urls." + service);
    }
    return url;
  }
}
