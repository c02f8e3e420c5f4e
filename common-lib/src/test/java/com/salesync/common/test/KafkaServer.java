package com.salesync.common.test;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** One real KRaft broker per test JVM; a container with {@code -Dtestcontainers}. */
public final class KafkaServer {

  private static final KafkaServer INSTANCE = new KafkaServer();

  private final String bootstrapServers;

  private KafkaServer() {
    if (System.getProperty("testcontainers") != null) {
      KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1");
      container.start();
      bootstrapServers = container.getBootstrapServers();
    } else {
      EmbeddedKafkaKraftBroker broker = embedded();
      broker.afterPropertiesSet();
      bootstrapServers = broker.getBrokersAsString();
    }
  }

  /** Not started. It tells its address nobody but who asks, for there may be several. */
  public static EmbeddedKafkaKraftBroker embedded(String... topics) {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, topics);
    broker.brokerListProperty("salesync.test.broker");
    return broker;
  }

  public static KafkaServer get() {
    return INSTANCE;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }
}
