package com.salesync.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.tracing.TaskTraces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What a message that is refused, a topic that is missing and a broker that died hold up. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "db-scheduler.enabled=false")
class OutboxOutageIT {

  /** But the broker itself, which is in this very process. */
  private static final Pattern SAID_OF_THE_BROKER =
      Pattern.compile("org.apache.kafka.clients|org.springframework|com.salesync");

  private final TransactionOperations transactions;
  private final JdbcTemplate jdbc;
  private final TaskTraces traces;
  private final ApplicationContext context;
  private final JdbcClient owner = PostgresServer.get().adminClient("item");
  private final long store = TestTokens.newStore();
  private final String topic = "outage-" + UUID.randomUUID();
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Outbox outbox;
  private Predicate<String> refused = payload -> false;
  private RuntimeException refusal = new RecordTooLargeException("on purpose");
  private DefaultKafkaProducerFactory<String, byte[]> producers;

  OutboxOutageIT(
      TransactionOperations transactions,
      JdbcTemplate jdbc,
      TaskTraces traces,
      ApplicationContext context) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.traces = traces;
    this.context = context;
    var noScheduler = new StaticListableBeanFactory().getBeanProvider(Scheduler.class);
    outbox = new Outbox(jdbc, traces, new PublishTask(noScheduler, Clock.systemUTC()));
  }

  /** Notes what is sent; what is refused never leaves the producer. */
  private final class Noting extends KafkaTemplate<String, byte[]> {

    Noting(DefaultKafkaProducerFactory<String, byte[]> producers) {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(
        String topic, String key, byte[] data) {
      String payload = new String(data, StandardCharsets.UTF_8);
      tried.add(payload);
      return refused.test(payload)
          ? CompletableFuture.failedFuture(refusal)
          : super.send(topic, key, data);
    }
  }

  @BeforeEach
  void empty() {
    owner.sql("delete from outbox").update();
    lines.start();
    root().addAppender(lines);
  }

  @AfterEach
  void stop() {
    root().detachAppender(lines);
    if (producers != null) {
      producers.destroy();
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void moreThanABatchOfRefusedMessagesHoldsUpNoOtherKey() {
    PublishOutbox publishing = publishing(KafkaServer.get().bootstrapServers());
    add(IntStream.range(0, 520).mapToObj(n -> message("stuck", "stuck " + n)));
    add(IntStream.range(0, 600).mapToObj(n -> message("stuck " + n, "stuck alone " + n)));
    add(Stream.of(message("free", "free 1"), message("free", "free 2")));
    refused = payload -> payload.startsWith("stuck");

    assertThatThrownBy(publishing::publish)
        .hasMessageContaining("did not confirm 601 of 603")
        .hasRootCauseInstanceOf(RecordTooLargeException.class);
    assertThat(tried).contains("free 1", "free 2").hasSize(603);
    assertThat(waiting()).isEqualTo(1120);

    refused = payload -> false;
    tried.clear();
    publishing.publish();
    assertThat(tried.stream().filter(payload -> payload.matches("stuck \\d+")))
        .containsExactlyElementsOf(IntStream.range(0, 520).mapToObj(n -> "stuck " + n).toList());
    assertThat(waiting()).isZero();
  }

  @Test
  void aBrokerThatDiedCostsOneTryARunAndOneWarning() {
    EmbeddedKafkaKraftBroker broker = KafkaServer.embedded(topic);
    broker.afterPropertiesSet();
    PublishOutbox publishing = publishing(broker.getBrokersAsString());
    try {
      add(Stream.of(message("before", "before")));
      publishing.publish();
      assertThat(waiting()).isZero();
    } finally {
      broker.destroy();
    }

    add(IntStream.range(0, 1200).mapToObj(n -> message("k" + n, "after " + n)));
    tried.clear();
    assertThatThrownBy(publishing::publish).hasMessageContaining("did not confirm");
    assertThat(tried).hasSizeLessThanOrEqualTo(500);

    tried.clear();
    refused = payload -> true;
    refusal = new TimeoutException("expired on purpose");
    assertThatThrownBy(publishing::publish).hasMessageContaining("did not confirm 500 of 500");
    assertThat(tried).as("of a topic that the producer still knows, one batch").hasSize(500);

    refused = payload -> false;
    producers.reset();
    tried.clear();
    assertThatCode(publishing::publishWhatCanBe).doesNotThrowAnyException();
    assertThat(tried).as("of one that it cannot find, one message").hasSize(1);
    publishing.publishWhatCanBe();
    assertThat(waiting()).isEqualTo(1200);
    assertThat(lines.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .filteredOn(line -> SAID_OF_THE_BROKER.matcher(line.getLoggerName()).lookingAt())
        .hasSizeLessThanOrEqualTo(1);
  }

  private PublishOutbox publishing(String servers) {
    producers =
        new DefaultKafkaProducerFactory<>(
            Map.of(
                "bootstrap.servers", servers,
                "acks", "all",
                "max.block.ms", 1000,
                "request.timeout.ms", 1000,
                "delivery.timeout.ms", 2000),
            new StringSerializer(),
            new ByteArraySerializer());
    KafkaAdmin admin =
        new KafkaAdmin(
            Map.of(
                "bootstrap.servers", servers,
                "default.api.timeout.ms", 2000,
                "request.timeout.ms", 1000));
    admin.setOperationTimeout(2);
    admin.setApplicationContext(context);
    return new PublishOutbox(jdbc, new Noting(producers), admin, traces, Duration.ofSeconds(10));
  }

  private Message message(String key, String payload) {
    return new Message(store, topic, key, payload);
  }

  private void add(Stream<Message> messages) {
    transactions.executeWithoutResult(status -> outbox.add(messages.toList()));
  }

  private long waiting() {
    return owner.sql("select count(*) from outbox").query(Long.class).single();
  }
}
