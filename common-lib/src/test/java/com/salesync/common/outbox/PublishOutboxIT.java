package com.salesync.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Look;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.tracing.TaskTraces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Messages from a transaction to a real broker. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "db-scheduler.enabled=false")
class PublishOutboxIT {

  private final TransactionOperations transactions;
  private final TaskTraces traces;
  private final JdbcClient owner = PostgresServer.get().adminClient("item");
  private final String topic = "outbox-" + UUID.randomUUID();
  private final long store = TestTokens.newStore();
  private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
  private final DefaultKafkaProducerFactory<String, byte[]> producers =
      new DefaultKafkaProducerFactory<>(
          Map.of("bootstrap.servers", KafkaServer.get().bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());
  private final Outbox outbox;
  private final PublishOutbox publishing;
  private final OutboxState state;

  PublishOutboxIT(
      TransactionOperations transactions,
      JdbcTemplate jdbc,
      JdbcClient client,
      TaskTraces traces,
      ApplicationContext context) {
    this.transactions = transactions;
    this.traces = traces;
    var noScheduler = new StaticListableBeanFactory().getBeanProvider(Scheduler.class);
    outbox = new Outbox(jdbc, traces, new PublishTask(noScheduler, Clock.systemUTC()));
    KafkaAdmin admin =
        new KafkaAdmin(Map.of("bootstrap.servers", KafkaServer.get().bootstrapServers()));
    admin.setApplicationContext(context);
    publishing = new PublishOutbox(jdbc, new RefusingOnce(), admin, traces, Duration.ofSeconds(10));
    state = new OutboxState(client);
  }

  /** A broker that refuses some messages the first time. */
  private final class RefusingOnce extends KafkaTemplate<String, byte[]> {

    RefusingOnce() {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(
        String topic, String key, byte[] data) {
      return refusedOnce.remove(new String(data, StandardCharsets.UTF_8))
          ? CompletableFuture.failedFuture(new IllegalStateException("on purpose"))
          : super.send(topic, key, data);
    }
  }

  @BeforeEach
  void empty() {
    owner.sql("delete from outbox").update();
  }

  @AfterEach
  void stop() {
    producers.destroy();
  }

  @Test
  void publishesWhatCommittedAndNothingElse() {
    add("a", "1");
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      outbox.add(new Message(store, topic, "a", "never"));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThatThrownBy(() -> outbox.add(new Message(store, topic, "a", "never")))
        .isInstanceOf(IllegalStateException.class);

    publishing.publish();

    assertThat(published()).containsExactly("a 1");
    assertThat(waiting()).isZero();
  }

  @Test
  void aMessageTheBrokerRefusesIsNotOvertakenByTheNextOfItsKey() {
    add("a", "a1");
    add("a", "a2");
    add("b", "b1");
    refusedOnce.add("a1");

    assertThatThrownBy(publishing::publish).hasMessageContaining("did not confirm 1 of 2");
    assertThat(published()).containsExactly("b b1");
    assertThat(waiting()).isEqualTo(2);

    publishing.publish();
    assertThat(published()).containsExactly("b b1", "a a1", "a a2");
    assertThat(waiting()).isZero();
  }

  @Test
  void carriesTheTraceAMessageBelongsToOrElseTheCurrentOne() {
    String own = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    String current = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
    List<Message> messages =
        List.of(
            new Message(store, topic, "a", "own", own), new Message(store, topic, "b", "current"));
    traces.continuing(
        current, "add", () -> transactions.executeWithoutResult(status -> outbox.add(messages)));

    assertThat(
            owner
                .sql("select substr(traceparent, 4, 32) from outbox order by id")
                .query(String.class)
                .list())
        .containsExactly(own.substring(3, 35), current.substring(3, 35));
  }

  @Test
  void publishesMoreThanABatchInOrder() {
    List<Message> many =
        IntStream.range(0, 1200)
            .mapToObj(n -> new Message(store + n % 3, topic, "k" + n % 7, "" + n))
            .toList();
    transactions.executeWithoutResult(status -> outbox.add(many));

    publishing.publish();

    List<String> all = published();
    assertThat(all).hasSize(1200);
    assertThat(all.stream().filter(message -> message.startsWith("k3 ")))
        .isSortedAccordingTo(
            Comparator.comparing(message -> Integer.valueOf(message.substring(3))));
  }

  @Test
  void whatWaitsForAMinuteIsAFinding() {
    add("late", "1");
    assertThat(state.findings(new Look(Instant.EPOCH, Set.of()))).isEmpty();

    owner.sql("update outbox set created_at = created_at - interval '61 seconds'").update();

    assertThat(state.findings(new Look(Instant.EPOCH, Set.of())))
        .containsExactly(new Finding(store, "late"));
  }

  private void add(String key, String payload) {
    transactions.executeWithoutResult(
        status -> outbox.add(new Message(store, topic, key, payload)));
  }

  private long waiting() {
    return owner.sql("select count(*) from outbox").query(Long.class).single();
  }

  private List<String> published() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                KafkaServer.get().bootstrapServers(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition all = new TopicPartition(topic, 0);
      consumer.assign(List.of(all));
      long end = consumer.endOffsets(List.of(all)).get(all);
      List<String> messages = new ArrayList<>();
      while (consumer.position(all) < end) {
        StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
            .map(one -> one.key() + " " + new String(one.value(), StandardCharsets.UTF_8))
            .forEach(messages::add);
      }
      return messages;
    }
  }
}
