package com.salesync.gateway.limit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivingBodyTest {

  private static final byte[] SENT = "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private final AtomicInteger ended = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 100})
  void isReadUnchangedAndEndsOnce(int ahead) throws IOException {
    ArrivingBody body = body(new ByteArrayInputStream(SENT), Duration.ofMinutes(1));
    body.readAhead(ahead);
    assertThat(body.isFinished()).isEqualTo(ahead > SENT.length);
    assertThat(body.readAllBytes()).isEqualTo(SENT);
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.isFinished()).isTrue();
    assertThat(ended).hasValue(1);
  }

  @Test
  void isTooSlowOnceItsTimeIsOver() {
    ArrivingBody body = body(new ByteArrayInputStream(SENT), Duration.ZERO);
    assertRefused(body, "REQUEST_TIMEOUT");
  }

  @Test
  void tellsSilenceFromABreak() {
    IOException silence = new IOException(new SocketTimeoutException());
    assertRefused(body(failing(silence), Duration.ofMinutes(1)), "REQUEST_TIMEOUT");
    assertRefused(body(failing(new IOException("gone")), Duration.ofMinutes(1)), "BAD_REQUEST");
  }

  private ArrivingBody body(InputStream source, Duration deadline) {
    return new ArrivingBody(source, deadline, ended::incrementAndGet);
  }

  private static InputStream failing(IOException failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure;
      }
    };
  }

  private void assertRefused(ArrivingBody body, String code) {
    assertThatThrownBy(() -> body.readAhead(SENT.length))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    assertThat(ended).as("its filter ends it").hasValue(0);
  }
}
