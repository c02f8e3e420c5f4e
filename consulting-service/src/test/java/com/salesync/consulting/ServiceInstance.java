package com.salesync.consulting;

import com.salesync.common.test.TestClients;
import com.salesync.common.test.TestServers;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service once more in this JVM, where it starts sooner than in a process of its own. */
record ServiceInstance(ConfigurableApplicationContext context, RestTestClient client)
    implements AutoCloseable {

  static ServiceInstance start(Database database, Map<String, String> settings) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ConsultingServiceApplication.class)
            .web(WebApplicationType.SERVLET)
            .initializers(
                new TestServers(),
                starting ->
                    TestPropertyValues.of(settings)
                        .and("DATABASE_URL=" + database.url(), "server.port=0")
                        .applyTo(starting))
            .run();
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return new ServiceInstance(context, TestClients.at(port));
  }

  @Override
  public void close() {
    context.close();
  }
}
