package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.gateway.consulting.ConsultingServiceClient.Status;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks about a job so that its client need not. */
@Component
public class FollowConsulting {

  private final ConsultingServiceClient consulting;
  private final DashboardServiceClient dashboard;
  private final StreamProperties properties;
  private final Clock clock;

  FollowConsulting(
      ConsultingServiceClient consulting,
      DashboardServiceClient dashboard,
      StreamProperties properties,
      Clock clock) {
    this.consulting = consulting;
    this.dashboard = dashboard;
    this.properties = properties;
    this.clock = clock;
  }

  /** Asks for the first time, so that an outage or a refusal is known before a stream begins. */
  public FollowedJob followJob(UserHeaders user, String reqId) {
    Status first = consulting.status(user, reqId);
    return new FollowedJob(consulting, dashboard, user, reqId, first, properties, clock);
  }
}
