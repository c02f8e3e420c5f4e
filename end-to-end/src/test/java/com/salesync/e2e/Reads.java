package com.salesync.e2e;

import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads that tell what is there, however often they have to be repeated. */
final class Reads {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Reads() {}

  static Answer of(Shop shop, String path) {
    return of(() -> shop.till.get(path));
  }

  /** The first answer that is neither an outage nor a limit. */
  static Answer of(Supplier<Answer> read) {
    return await()
        .atMost(PATIENCE)
        .until(read::get, answer -> answer.status() < 500 && answer.status() != 429);
  }
}
