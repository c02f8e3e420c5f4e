package com.salesync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no well-behaved client library would send. */
@ServiceTest
class RawRequestIT extends AtTheGateway {

  RawRequestIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /orders?q=%ZZ HTTP/1.1",
        "GET /orders?q=% HTTP/1.1",
        "GET /orders?q=| HTTP/1.1",
        "GET /orders/../internal/volumes HTTP/1.1",
        "GET /orders/%2e%2e/internal/volumes HTTP/1.1",
        "GET /orders/..%2finternal/volumes HTTP/1.1",
        "GET //internal/volumes HTTP/1.1",
        "GET /orders\\paid HTTP/1.1",
        "FOO /orders HTTP/1.1",
        "TRACE /orders HTTP/1.1",
        "CONNECT /orders HTTP/1.1",
        "GET /orders HTTP/1.1\r\nX-Bad: a\u0001b",
        "GET /orders HTTP/1.1\r\nIdempotency-Key: \u00ed\u0095\u009c",
        "GET /orders HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6",
        "GET /orders HTTP/1.1\r\nTransfer-Encoding: nonsense",
      })
  void isRefusedWithAProblemDocument(String request) throws IOException {
    String answer = send(request);
    assertThat(answer.lines().findFirst()).get().asString().matches("HTTP/1.1 (4\\d\\d|501).*");
    assertThat(answer)
        .contains("application/problem+json", "\"result\":\"failed\"")
        .doesNotContain("<html", "Exception", "Server:");
    assertThat(Backends.requests("order")).isEmpty();
  }

  @Test
  void refusesHeadersBeyondTheLimit() throws IOException {
    String answer = send("GET /orders HTTP/1.1\r\nX-Long: " + "a".repeat(20_000));
    assertThat(answer.lines().findFirst()).get().asString().matches("HTTP/1.1 4\\d\\d.*");
    assertThat(Backends.requests("order")).isEmpty();
  }

  /** Of so much the gateway does not read the rest; its answer may be lost with the connection. */
  @Test
  void cutsOffHeadersWithoutEnd() throws IOException {
    try {
      assertThat(send("GET /orders HTTP/1.1\r\nX-Long: " + "a".repeat(200_000)))
          .matches("(?s)HTTP/1.1 4\\d\\d.*");
    } catch (SocketException cutOff) {
      assertThat(cutOff).hasMessageMatching("Connection reset.*|Broken pipe.*");
    }
    assertThat(Backends.requests("order")).isEmpty();
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5000);
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
