package com.salesync.gateway.front.web;

import com.salesync.gateway.front.Reachability;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For people; probes ask the management port. */
@RestController
@Hidden
class HealthController {

  private final Reachability reachability;

  HealthController(Reachability reachability) {
    this.reachability = reachability;
  }

  /**
   * The gateway answers, so it is up.
   *
   * @param status {@code up}, or {@code degraded} while a service does not answer
   */
  record Health(String status, String gateway, Map<String, String> services) {}

  @GetMapping("/health")
  Health health() {
    Map<String, String> services = new LinkedHashMap<>();
    reachability.byService().forEach((name, up) -> services.put(name, up ? "up" : "down"));
    return new Health(services.containsValue("down") ? "degraded" : "up", "up", services);
  }
}
