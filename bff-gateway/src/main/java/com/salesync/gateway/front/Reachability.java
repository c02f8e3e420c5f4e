package com.salesync.gateway.front;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** Which services answer, looked up at most every two seconds however many ask. */
@Component
public class Reachability {

  /** The services behind the gateway, in the order they are shown. */
  public static final List<String> SERVICES =
      List.of("store", "item", "order", "sale", "dashboard", "consulting");

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Map<String, Probe> probes = new LinkedHashMap<>();
  private final LoadingCache<String, Map<String, Boolean>> looks;

  Reachability(HttpServiceProxyRegistry clients) {
    SERVICES.forEach(service -> probes.put(service, clients.getClient(service, Probe.class)));
    this.looks = Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> look());
  }

  /** By service, whether it answered. */
  public Map<String, Boolean> byService() {
    return looks.get("all");
  }

  private Map<String, Boolean> look() {
    Map<String, CompletableFuture<Boolean>> asked = new LinkedHashMap<>();
    ExecutorService each =
        ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(), ContextSnapshotFactory.builder().build());
    probes.forEach(
        (service, probe) ->
            asked.put(
                service,
                CompletableFuture.supplyAsync(() -> Probe.isAnswered(probe), each)
                    .completeOnTimeout(false, LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS)));
    each.shutdown();
    Map<String, Boolean> answered = new LinkedHashMap<>();
    asked.forEach((service, answer) -> answered.put(service, answer.join()));
    return answered;
  }
}
