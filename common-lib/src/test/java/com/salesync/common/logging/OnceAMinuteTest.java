package com.salesync.common.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {

  private final LoggerContext logback = new LoggerContext();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger client = logback.getLogger("kafka.clients.NetworkClient");
  private final Logger admin = logback.getLogger("kafka.Admin");
  private final Logger other = logback.getLogger("sale");
  private long now = -1;

  @BeforeEach
  void log() {
    lines.start();
    Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(lines);
    logback.addTurboFilter(new OnceAMinute(List.of("kafka.clients.", "kafka.Admin"), () -> now));
  }

  @Test
  void anOutageIsOneWarningAMinuteWhoeverSaysIt() {
    client.warn("no node {}", 1);
    client.warn("no node {}", 2);
    admin.error("no topics", new IllegalStateException());
    now += Duration.ofSeconds(59).toNanos();
    client.warn("no node {}", 3);
    assertThat(messages()).containsExactly("no node 1");

    now += Duration.ofSeconds(1).toNanos();
    admin.error("no topics", new IllegalStateException());
    client.warn("no node {}", 4);
    assertThat(messages()).containsExactly("no node 1", "no topics");
  }

  @Test
  void whatIsOnlyAskedOrNotLoggedAnywayTakesNobodysTurn() {
    assertThat(client.isWarnEnabled()).isTrue();
    client.setLevel(Level.ERROR);
    client.warn("not logged");
    client.setLevel(null);

    client.warn("logged");
    assertThat(messages()).containsExactly("logged");
    assertThat(client.isWarnEnabled()).isTrue();
  }

  @Test
  void othersAndWhatIsNoWarningAreNotItsConcern() {
    client.warn("first");
    other.warn("a sale");
    other.warn("a sale");
    client.info("connected");
    client.info("connected");

    assertThat(messages()).containsExactly("first", "a sale", "a sale", "connected", "connected");
  }

  private List<String> messages() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
