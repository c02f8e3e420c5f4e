package com.salesync.gateway.consulting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import com.salesync.gateway.consulting.StreamProperties;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

  private final OpenStreams streams =
      new OpenStreams(
          new StreamProperties(
              Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(10), 2));

  @Test
  void endsEveryStreamWhenTheGatewayStops() throws InterruptedException {
    Thread waiting = streams.start(OpenStreamsTest::waitForEver);
    streams.stop();
    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    assertThat(streams.isRunning()).isFalse();
  }

  @Test
  void countsEachStoreForItself() {
    streams.reserve(1);
    streams.reserve(1);
    streams.reserve(2);
    assertThatThrownBy(() -> streams.reserve(1)).isInstanceOf(Problem.class);
    streams.release(1);
    streams.reserve(1);
    streams.release(1);
    streams.release(1);
    streams.release(2);
    assertThat(streams.count()).isZero();
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
