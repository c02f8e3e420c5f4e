package com.salesync.consulting.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The topic of consulting results, made by this service as it starts.
 *
 * @param name of the topic
 * @param partitions read in parallel by the dashboard's instances
 * @param replicas copies; -1 takes the broker's default
 * @param retention how long messages are kept
 */
@ConfigurationProperties("salesync.consulting.topic")
record TopicProperties(String name, int partitions, short replicas, Duration retention) {}
