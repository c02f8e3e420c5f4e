package com.salesync.gateway.front;

import com.salesync.common.neighbour.WithoutToken;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.node.ObjectNode;

/** A service's own OpenAPI document. */
interface DescribedService {

  @WithoutToken
  @GetExchange("/v3/api-docs")
  ObjectNode describe();
}
