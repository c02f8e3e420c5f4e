package com.salesync.gateway.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.util.unit.DataSize;

class HeapSizedConnectionsTest {

  @Test
  void takeHalfTheHeapWithAnEighthOfAMegabyteEach() {
    assertThat(most(DataSize.ofMegabytes(128))).isEqualTo(512);
    assertThat(most(DataSize.ofMegabytes(576))).isEqualTo(2304);
  }

  @Test
  void areNeverMoreThanTheSettingSays() {
    assertThat(most(DataSize.ofGigabytes(64))).isEqualTo(8192);
  }

  private static int most(DataSize heap) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
    new HeapSizedConnections(heap.toBytes()).customize(factory);
    Connector connector = new Connector();
    factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
    return ((AbstractProtocol<?>) connector.getProtocolHandler()).getMaxConnections();
  }
}
