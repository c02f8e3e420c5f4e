package com.salesync.gateway.limit.web;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/**
 * No more connections than half the heap holds when each has a request of its longest headers and a
 * small body on its way; further ones wait with the operating system. {@code
 * server.tomcat.max-connections} may ask for fewer.
 */
final class HeapSizedConnections
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

  /** Tomcat's buffers, 16 KB of headers, 32 KB of body, and as much again for the way out. */
  private static final DataSize EACH = DataSize.ofKilobytes(128);

  private static final int SHARE = 2;

  private final long heapBytes;

  HeapSizedConnections(long heapBytes) {
    this.heapBytes = heapBytes;
  }

  int most() {
    return Math.toIntExact(heapBytes / SHARE / EACH.toBytes());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), most()));
          }
        });
  }

  /** After Boot's own, which sets what {@code server.tomcat} says. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
