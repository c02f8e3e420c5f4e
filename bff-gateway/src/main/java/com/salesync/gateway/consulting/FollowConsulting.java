package com.salesync.gateway.consulting;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.gateway.consulting.ConsultingJobs.Status;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks about a job so that its client need not. */
@Component
public class FollowConsulting {

  private final ConsultingJobs jobs;
  private final ConsultingAnswers answers;
  private final StreamProperties properties;
  private final Clock clock;

  FollowConsulting(NeighbourClients neighbours, StreamProperties properties, Clock clock) {
    this.jobs = neighbours.create(ConsultingJobs.class, "consulting");
    this.answers = neighbours.create(ConsultingAnswers.class, "dashboard");
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Asks for the first time, so that an outage or a refusal is known before a stream begins.
   *
   * @param headers of the user's own request, token included
   */
  public FollowedJob open(Map<String, String> headers, String reqId) {
    Status first = jobs.status(headers, reqId);
    return new FollowedJob(jobs, answers, headers, reqId, first, properties, clock);
  }
}
