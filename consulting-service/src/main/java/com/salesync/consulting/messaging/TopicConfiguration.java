package com.salesync.consulting.messaging;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

  /**
   * The service makes it as it starts, so that its readers have found it before a message comes.
   */
  @Bean
  NewTopic topic(TopicProperties properties) {
    return TopicBuilder.name(properties.name())
        .partitions(properties.partitions())
        .replicas(properties.replicas())
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(properties.retention().toMillis()))
        .build();
  }
}
