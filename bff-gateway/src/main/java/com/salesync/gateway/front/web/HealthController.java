package com.salesync.gateway.front.web;

import com.salesync.gateway.front.Reachability;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For people; probes ask the management port. */
@RestController
@Hidden
class HealthController {

  private static final String UP = "up";

  private final Reachability reachability;

  HealthController(Reachability reachability) {
    this.reachability = reachability;
  }

  /**
   * The gateway answers, so it is up.
   *
   * @param status {@code up} while all services are, else {@code degraded}
   * @param services by name {@code up} for ready, {@code silent} or {@code down}
   */
  record Health(String status, String gateway, Map<String, String> services) {}

  @GetMapping("/health")
  Health health() {
    Map<String, String> services = new LinkedHashMap<>();
    reachability
        .byService()
        .forEach((name, state) -> services.put(name, state.name().toLowerCase(Locale.ROOT)));
    boolean allUp = Set.of(UP).containsAll(services.values());
    return new Health(allUp ? UP : "degraded", UP, services);
  }
}
