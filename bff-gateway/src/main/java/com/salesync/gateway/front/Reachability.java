package com.salesync.gateway.front;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.neighbour.NeighbourUnavailable;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.annotation.GetExchange;

/**
 * Which services answer, looked up at most every two seconds however many ask. Any answer that is
 * not a failure of the service counts, a refusal too.
 */
@Component
public class Reachability {

  /** The services behind the gateway, in the order they are shown. */
  public static final List<String> SERVICES =
      List.of("store", "item", "order", "sale", "dashboard", "consulting");

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Map<String, Probe> probes = new LinkedHashMap<>();
  private final LoadingCache<String, Map<String, Boolean>> looks;

  Reachability(NeighbourClients neighbours) {
    SERVICES.forEach(
        service -> probes.put(service, neighbours.create(Probe.class, service, PATIENCE)));
    this.looks = Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> look());
  }

  /** By service, whether it answered. */
  public Map<String, Boolean> byService() {
    return looks.get("all");
  }

  private Map<String, Boolean> look() {
    try (ExecutorService each =
        ContextExecutorService.wrap(
            Executors.newVirtualThreadPerTaskExecutor(),
            ContextSnapshotFactory.builder().build())) {
      Map<String, CompletableFuture<Boolean>> asked = new LinkedHashMap<>();
      probes.forEach(
          (service, probe) ->
              asked.put(service, CompletableFuture.supplyAsync(() -> answers(probe), each)));
      Map<String, Boolean> answered = new LinkedHashMap<>();
      asked.forEach((service, answer) -> answered.put(service, answer.join()));
      return answered;
    }
  }

  private static boolean answers(Probe probe) {
    try {
      probe.knock();
      return true;
    } catch (NeighbourUnavailable outage) {
      return outage.getCause() instanceof HttpStatusCodeException answer
          && !answer.getStatusCode().is5xxServerError();
    } catch (RestClientException refused) {
      return true;
    }
  }

  /** Asks for nothing in particular; the refusal is the answer. */
  interface Probe {

    @GetExchange("/")
    void knock();
  }
}
