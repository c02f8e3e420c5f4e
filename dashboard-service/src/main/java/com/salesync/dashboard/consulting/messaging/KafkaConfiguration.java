package com.salesync.dashboard.consulting.messaging;

import com.salesync.common.neighbour.NeighbourUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;

/** What happens to a message that cannot be taken in. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  /**
   * Poison goes aside at once, an outage is waited out however long it takes, and the unforeseen is
   * tried a few times.
   */
  @Bean
  DefaultErrorHandler consultingErrors(
      KafkaTemplate<?, ?> kafka,
      KafkaAdmin admin,
      ConsultingTopicProperties properties,
      MeterRegistry metrics) {
    DefaultErrorHandler errors =
        new DefaultErrorHandler(
            new DeadLetters(kafka, admin, properties, metrics),
            properties.backoff().springBackOff(properties.triesOfUnexpected() - 1L));
    errors.addNotRetryableExceptions(UnreadableMessage.class);
    BackOff endless = properties.backoff().springBackOff(Long.MAX_VALUE);
    errors.setBackOffFunction(
        (message, failure) -> {
          for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof NeighbourUnavailable) {
              return endless;
            }
          }
          return null;
        });
    return errors;
  }
}
