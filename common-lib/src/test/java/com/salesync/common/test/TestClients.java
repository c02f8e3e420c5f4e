package com.salesync.common.test;

import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Clients that send each request once. The Apache client, which would be found first, by itself
 * repeats what is answered with 503 or 429.
 */
public final class TestClients {

  private TestClients() {}

  /** A client of a server on this machine. */
  public static RestTestClient at(int port) {
    return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
        .baseUrl("http://localhost:" + port)
        .build();
  }

  /** A client of the service under test. */
  static RestTestClient of(ApplicationContext service) {
    RestTestClient.Builder<?> builder =
        RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
            .uriBuilderFactory(LocalTestWebServer.obtain(service).uriBuilderFactory());
    service
        .getBeanProvider(RestTestClientBuilderCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }
}
