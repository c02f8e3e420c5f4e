package com.salesync.gateway.limit;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.Bulkhead;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What is under way to each service. Above its bound load is shed here, before anything is sent;
 * payments and voids last, since nobody else takes the places reserved for them.
 */
@Component
public final class ServiceLoad {

  private static final int RETRY_AFTER_SECONDS = 2;

  /** As long as those who were let in may wait for their turn. */
  private static final int RETRY_PASSWORD_AFTER_SECONDS = 6;

  private final Map<String, Bounds> services = new ConcurrentHashMap<>();
  private final Bulkhead passwords;
  private final LoadProperties properties;
  private final MeterRegistry metrics;

  ServiceLoad(LoadProperties properties, MeterRegistry metrics) {
    this.passwords = new Bulkhead(properties.passwords());
    this.properties = properties;
    this.metrics = metrics;
  }

  /**
   * Makes a call, after a short wait if need be.
   *
   * @throws Problem 503 if there is no room for it soon; nothing has been sent
   */
  public <T> T call(String service, Supplier<T> call) {
    Bounds bounds = bounds(service);
    Deadline queue = queue();
    return within(
        bounds.others(), queue, service, () -> within(bounds.all(), queue, service, call));
  }

  /**
   * Makes the call of a payment or a void, for which there is a reserve.
   *
   * @throws Problem 503 if there is no room for it soon; nothing has been sent
   */
  public <T> T callForMoney(String service, Supplier<T> call) {
    return within(bounds(service).all(), queue(), service, call);
  }

  /**
   * Makes a call for which a password is hashed. Store-service decides whose turn it is; here is
   * only told who could not be among them, without its taking part.
   *
   * @throws Problem 429 if too many are under way, 503 if there is no room soon; nothing has been
   *     sent
   */
  public <T> T callForPassword(String service, Supplier<T> call) {
    return passwords.call(
        Duration.ZERO,
        () -> Problem.tooManyRequests("PASSWORDS_BUSY", RETRY_PASSWORD_AFTER_SECONDS),
        () -> call(service, call));
  }

  /** The end of all waiting for room. */
  private Deadline queue() {
    return Deadline.in(Deadline.cut(properties.queue()));
  }

  private <T> T within(Bulkhead bulkhead, Deadline queue, String service, Supplier<T> call) {
    return bulkhead.call(queue.remaining(), () -> shed(service), call);
  }

  private Problem shed(String service) {
    metrics.counter("salesync.gateway.shed", "service", service).increment();
    return Problem.unavailable("SERVICE_BUSY", RETRY_AFTER_SECONDS);
  }

  private Bounds bounds(String service) {
    return services.computeIfAbsent(service, name -> new Bounds(properties));
  }

  private record Bounds(Bulkhead all, Bulkhead others) {

    Bounds(LoadProperties properties) {
      this(
          new Bulkhead(properties.perService()),
          new Bulkhead(properties.perService() - properties.reserved()));
    }
  }
}
