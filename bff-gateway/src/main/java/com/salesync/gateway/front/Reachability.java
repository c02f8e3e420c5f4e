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

/** Which services are ready, looked up at most every two seconds however many ask. */
@Component
public class Reachability {

  /** What a service says of itself. */
  public enum State {
    /** It is ready. */
    UP,
    /** It has not answered in time: slow under load, or frozen. */
    SILENT,
    /** It is not ready, or nobody is there. */
    DOWN
  }

  /** The services behind the gateway, in the order they are shown. */
  public static final List<String> SERVICES =
      List.of("store", "item", "order", "sale", "dashboard", "consulting");

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Map<String, Probe> probes = new LinkedHashMap<>();
  private final LoadingCache<String, Map<String, State>> looks;
  private final Duration longestSilence;

  Reachability(HttpServiceProxyRegistry clients, ReachabilityProperties properties) {
    this.longestSilence = properties.longestSilence();
    SERVICES.forEach(service -> probes.put(service, clients.getClient(service, Probe.class)));
    this.looks = Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> look());
  }

  public Map<String, State> byService() {
    return looks.get("all");
  }

  private Map<String, State> look() {
    Map<String, CompletableFuture<State>> asked = new LinkedHashMap<>();
    ExecutorService each =
        ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(), ContextSnapshotFactory.builder().build());
    probes.forEach(
        (service, probe) ->
            asked.put(
                service,
                CompletableFuture.supplyAsync(() -> Probe.stateOf(probe), each)
                    .completeOnTimeout(
                        State.SILENT, longestSilence.toMillis(), TimeUnit.MILLISECONDS)));
    each.shutdown();
    Map<String, State> states = new LinkedHashMap<>();
    asked.forEach((service, state) -> states.put(service, state.join()));
    return states;
  }
}
