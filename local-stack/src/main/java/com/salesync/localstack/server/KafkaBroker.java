package com.salesync.localstack.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is its own controller, the main program of a process of its own: {@code
 * KafkaBroker FOLDER PORT CONTROLLER_PORT HEALTH_PORT [PORT:ADVERTISED_PORT ...]}. Answers 200 on
 * the health port once it serves. Whoever comes by one of the further ports is sent on to the one
 * advertised there.
 */
public final class KafkaBroker {

  /** Where the health port answers; the same path as every service's. */
  public static final String READINESS_PATH = "/actuator/health/readiness";

  /** Where the further ports begin among the arguments. */
  private static final int FURTHER = 4;

  private KafkaBroker() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Properties settings =
        settings(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Arrays.stream(arguments).skip(FURTHER).forEach(pair -> listen(settings, pair.split(":")));
    format(folder, settings);

    KafkaRaftServer broker = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    // Without a clean shutdown the next start waits twelve seconds for the old session to end.
    Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "kafka-shutdown"));
    broker.startup();
    answerReady(Integer.parseInt(arguments[3]));
    broker.awaitShutdown();
  }

  private static Properties settings(Path folder, int port, int controllerPort) {
    String listener = "PLAINTEXT://127.0.0.1:" + port;
    Properties settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty("listeners", listener + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.setProperty("advertised.listeners", listener);
    settings.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
    settings.setProperty("log.dirs", folder.resolve("data").toString());
    settings.setProperty("broker.session.timeout.ms", "2000");
    settings.setProperty("broker.heartbeat.interval.ms", "500");
    settings.setProperty("offsets.topic.replication.factor", "1");
    settings.setProperty("offsets.topic.num.partitions", "1");
    settings.setProperty("transaction.state.log.replication.factor", "1");
    settings.setProperty("transaction.state.log.min.isr", "1");
    settings.setProperty("transaction.state.log.num.partitions", "1");
    settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
    settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    settings.setProperty("auto.create.topics.enable", "false");
    // An acknowledged record survives a power cut, as a committed row does.
    settings.setProperty("log.flush.interval.messages", "1");
    settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    settings.setProperty("num.network.threads", "1");
    settings.setProperty("num.io.threads", "2");
    return settings;
  }

  private static void listen(Properties settings, String[] pair) {
    String name = "VIA" + pair[0];
    append(settings, "listeners", name + "://127.0.0.1:" + pair[0]);
    append(settings, "advertised.listeners", name + "://127.0.0.1:" + pair[1]);
    append(settings, "listener.security.protocol.map", name + ":PLAINTEXT");
  }

  private static void append(Properties settings, String name, String value) {
    settings.setProperty(name, settings.getProperty(name) + "," + value);
  }

  private static void format(Path folder, Properties settings) throws IOException {
    if (Files.exists(folder.resolve("data/meta.properties"))) {
      return;
    }
    Files.createDirectories(folder.resolve("data"));
    Path file = folder.resolve("server.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    StorageTool.execute(command, System.out);
  }

  private static void answerReady(int port) throws IOException {
    HttpServer health =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    health.createContext(
        READINESS_PATH,
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    health.start();
  }
}
