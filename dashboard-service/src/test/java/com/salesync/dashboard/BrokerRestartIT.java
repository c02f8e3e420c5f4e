package com.salesync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The broker goes and comes back while messages are on their way. */
@ServiceTest
@DirtiesContext
class BrokerRestartIT {

  private static final Broker BROKER = new Broker();

  private final RestTestClient client;
  private final long store = TestTokens.newStore();
  private final List<String> requests = new ArrayList<>();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  BrokerRestartIT(RestTestClient client) {
    this.client = client;
  }

  @DynamicPropertySource
  static void ownBroker(DynamicPropertyRegistry properties) {
    properties.add("spring.kafka.bootstrap-servers", BROKER::address);
  }

  @AfterAll
  static void stopBroker() {
    BROKER.close();
  }

  @Test
  void noMessageIsLostOrDoubled() throws Exception {
    Neighbours.reset();
    send(10);
    for (Future<RecordMetadata> delivered : sent) {
      delivered.get();
    }

    BROKER.stop();
    send(10);
    BROKER.start();
    send(10);

    for (Future<RecordMetadata> delivered : sent) {
      delivered.get();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(BROKER.committedOffset()).isEqualTo(requests.size()));
    Till till = new Till(client, store, TestTokens.bearer(store));
    for (String request : requests) {
      assertThat(till.get("/dashboard/consulting/" + request).<String>read("$.consulting"))
          .isEqualTo("answer to " + request);
    }
    assertThat(BROKER.topics()).doesNotContain("consulting-dlt");
  }

  private void send(int messages) {
    for (int i = 0; i < messages; i++) {
      String request = UUID.randomUUID().toString();
      requests.add(request);
      sent.add(BROKER.sendAnswer(request, store));
    }
  }
}
