package com.salesync.localstack.process;

import com.salesync.localstack.part.Java;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process that answers 200 to everything on a port, until it is ended. */
final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("die")) {
      System.out.println("Caused by: a bad day");
      System.exit(3);
    }
    if (arguments[0].equals("hold")) {
      try (Ports ports = new Ports(false)) {
        System.out.println("holds " + ports.take(Integer.parseInt(arguments[1])));
        new CountDownLatch(1).await();
      }
    }
    int port = Integer.parseInt(arguments[0]);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] greeting = System.getenv().getOrDefault("GREETING", "").getBytes();
          exchange.sendResponseHeaders(200, greeting.length == 0 ? -1 : greeting.length);
          exchange.getResponseBody().write(greeting);
          exchange.close();
        });
    server.start();
  }

  static Launch launch(String argument, Map<String, String> environment) {
    return new Launch(
        List.of(
            Java.program().toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FakeService.class.getName(),
            argument),
        environment);
  }
}
