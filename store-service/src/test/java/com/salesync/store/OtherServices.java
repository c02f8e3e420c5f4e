package com.salesync.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The services that hold something personal, each beneath a path of its own. */
final class OtherServices implements AutoCloseable {

  private final HttpServer server;
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  OtherServices() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Thread::startVirtualThread);
    server.start();
  }

  String url(String service) {
    return "http://localhost:" + server.getAddress().getPort() + "/" + service;
  }

  void setDown(String service, boolean isDown) {
    if (isDown) {
      down.add(service);
    } else {
      down.remove(service);
    }
  }

  /** Service, call, and the claims of the token it came with. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String service = path.split("/")[1];
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + path + " " + claims);
    exchange.sendResponseHeaders(down.contains(service) ? 503 : 204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
