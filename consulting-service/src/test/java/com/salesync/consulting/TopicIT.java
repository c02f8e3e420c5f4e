package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.KafkaServer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TopicIT {

  private static final String EARLY = "early";

  @Test
  void isThereWithItsPartitionsBeforeAnybodyAsks() throws Exception {
    Neighbours.reset();
    try (Admin admin =
            Admin.create(Map.of("bootstrap.servers", KafkaServer.get().bootstrapServers()));
        ServiceInstance service =
            ServiceInstance.start(
                Database.create(),
                Map.of(
                    "salesync.consulting.topic.name",
                    EARLY,
                    "salesync.consulting.topic.partitions",
                    "3"))) {
      assertThat(service.context().isRunning()).isTrue();
      assertThat(admin.describeTopics(List.of(EARLY)).allTopicNames().get().get(EARLY).partitions())
          .hasSize(3);
    }
  }
}
