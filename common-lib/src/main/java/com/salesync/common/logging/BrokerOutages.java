package com.salesync.common.logging;

import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Makes a broker that is away one warning a minute. Kafka's clients try to connect every second or
 * two, each with a warning, and whoever wanted to send or read something adds its own.
 */
final class BrokerOutages
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final List<String> LOGGERS =
      List.of(
          "org.apache.kafka.clients.",
          "org.springframework.kafka.core.KafkaAdmin",
          "com.salesync.common.outbox.PublishOutbox");

  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
        && logback.getTurboFilterList().stream().noneMatch(OnceAMinute.class::isInstance)) {
      logback.addTurboFilter(new OnceAMinute(LOGGERS, System::nanoTime));
    }
  }
}
