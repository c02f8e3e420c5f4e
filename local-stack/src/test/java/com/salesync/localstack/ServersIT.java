package com.salesync.localstack;

import static com.salesync.localstack.TestServers.execute;
import static com.salesync.localstack.TestServers.query;
import static com.salesync.localstack.TestServers.serversIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.server.DatabaseAccess;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That PostgreSQL and Kafka keep what they acknowledged, and let in whom they should. */
class ServersIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private static Path data;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.start(serversIn(data));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void whatPostgresAcknowledgesSurvivesAPowerCut() throws SQLException {
    assertThat(query(stack.superuser(), "SHOW fsync")).isEqualTo("on");
    assertThat(query(stack.superuser(), "SHOW full_page_writes")).isEqualTo("on");
    assertThat(query(stack.superuser(), "SHOW synchronous_commit")).isEqualTo("on");
  }

  @Test
  void postgresAsksEverybodyForTheirPassword() {
    DatabaseAccess sale = stack.database(Part.SALE);

    assertThatThrownBy(() -> DriverManager.getConnection(sale.url(), sale.username(), "wrong"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> DriverManager.getConnection(sale.url(), "postgres", "postgres"))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> DriverManager.getConnection(sale.url(), sale.username(), null))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aRoleThatServesCanDoWhatItWasGrantedAndNothingElse() throws SQLException {
    execute(
        stack.superuser(),
        "CREATE TABLE store.secret (word text)",
        "CREATE TABLE sale.granted (x int)",
        "ALTER TABLE sale.granted OWNER TO sale_owner",
        "GRANT SELECT, INSERT ON sale.granted TO sale_service");

    DatabaseAccess sale = stack.database(Part.SALE);
    for (String forbidden :
        List.of(
            "SELECT * FROM store.secret",
            "INSERT INTO store.secret VALUES ('x')",
            "DROP TABLE store.secret",
            "CREATE TABLE store.mine (x int)",
            "CREATE TABLE public.mine (x int)",
            "CREATE TABLE sale.mine (x int)",
            "DELETE FROM sale.granted",
            "ALTER TABLE sale.granted DISABLE TRIGGER ALL",
            "SET ROLE sale_owner",
            "CREATE SCHEMA mine",
            "SET ROLE store_service",
            "ALTER ROLE store_service PASSWORD 'mine'",
            "ALTER SYSTEM SET fsync = off",
            "COPY (SELECT 1) TO '/tmp/out'")) {
      assertThatExceptionOfType(SQLException.class)
          .as(forbidden)
          .isThrownBy(() -> execute(sale, forbidden))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
    execute(sale, "INSERT INTO granted VALUES (1)");
    assertThat(query(sale, "SELECT x FROM granted")).isEqualTo("1");
  }

  @Test
  void nobodyCanLogInAsTheOwnerOfASchemaOnceItIsMigrated() throws SQLException {
    assertThat(
            query(
                stack.superuser(),
                "SELECT string_agg(rolname, ' ') FROM pg_roles"
                    + " WHERE rolname LIKE '%\\_owner' AND rolcanlogin"))
        .isNull();
  }

  @Test
  void dataSurviveARestart() throws Exception {
    execute(
        stack.superuser(),
        "CREATE TABLE orders.kept (x int)",
        "GRANT SELECT ON orders.kept TO order_service",
        "INSERT INTO orders.kept VALUES (42)");
    produce("kept", "pizza");
    String password = stack.database(Part.ORDER).password();

    stack.close();
    stack = LocalStack.start(serversIn(data));

    assertThat(stack.database(Part.ORDER).password()).isEqualTo(password);
    assertThat(query(stack.database(Part.ORDER), "SELECT x FROM orders.kept")).isEqualTo("42");
    assertThat(consume("kept")).isEqualTo("pizza");
  }

  @Test
  void serversThatAreKilledComeBackWithWhatTheyAcknowledged() throws Exception {
    execute(stack.superuser(), "CREATE TABLE survivor (x int)");
    produce("survivor", "pasta");
    execute(stack.superuser(), "INSERT INTO survivor VALUES (7)");

    stack.kill(Part.POSTGRES);
    stack.kill(Part.KAFKA);

    await()
        .atMost(SOON)
        .until(() -> stack.restarts(Part.POSTGRES) == 1 && stack.restarts(Part.KAFKA) == 1);
    stack.awaitReady(Part.POSTGRES, SOON);
    stack.awaitReady(Part.KAFKA, SOON);
    assertThat(query(stack.superuser(), "SELECT x FROM survivor")).isEqualTo("7");
    assertThat(consume("survivor")).isEqualTo("pasta");
  }

  private static void produce(String topic, String value) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", stack.kafkaBootstrapServers());
    try (Admin admin = Admin.create(settings);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThat(admin.describeCluster().nodes().get()).hasSize(1);
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(topic, "key", value)).get();
    }
  }

  private static String consume(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      for (ConsumerRecord<String, String> found : consumer.poll(SOON)) {
        return found.value();
      }
      return "nothing";
    }
  }
}
