package com.salesync.gateway.route.web;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.springframework.stereotype.Component;

/**
 * Sends a call as an observation, {@code salesync.gateway.calls} by service and status: it becomes
 * a metric, and where traces are on the service continues the trace.
 */
@Component
final class ObservedCalls {

  private final ObservationRegistry observations;

  ObservedCalls(ObservationRegistry observations) {
    this.observations = observations;
  }

  ClassicHttpResponse send(
      HttpClient client, Target target, ClassicHttpRequest request, HttpContext context)
      throws IOException {
    Observation observation =
        Observation.createNotStarted(
                "salesync.gateway.calls", () -> sending(target, request), observations)
            .contextualName(request.getMethod() + " " + target.service())
            .lowCardinalityKeyValue("service", target.service())
            .lowCardinalityKeyValue("status", "none");
    return observation.observeChecked(
        () -> {
          ClassicHttpResponse response =
              client.executeOpen(HttpHost.create(target.url()), request, context);
          observation.lowCardinalityKeyValue("status", Integer.toString(response.getCode()));
          return response;
        });
  }

  private static RequestReplySenderContext<ClassicHttpRequest, ClassicHttpResponse> sending(
      Target target, ClassicHttpRequest request) {
    RequestReplySenderContext<ClassicHttpRequest, ClassicHttpResponse> sending =
        new RequestReplySenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.setHeader(name, value);
              }
            });
    sending.setCarrier(request);
    sending.setRemoteServiceName(target.service());
    return sending;
  }
}
