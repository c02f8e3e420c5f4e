package com.salesync.gateway.route.web;

import com.salesync.gateway.front.PublicUrl;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes paths that lead to others of a service, which springdoc does not see, and names the
 * server, which springdoc would take from a request's {@code Host}.
 */
@Component
final class RoutedPaths implements OpenApiCustomizer {

  private final PublicUrl own;

  RoutedPaths(PublicUrl own) {
    this.own = own;
  }

  @Override
  public void customise(OpenAPI description) {
    description.setServers(List.of(new Server().url(own.url())));
    for (String report : List.of("sales", "volumes")) {
      description.path("/bff/" + report, new PathItem().get(operation(report)));
    }
    description.path(
        "/dashboard/costs",
        new PathItem()
            .get(
                costs("listCosts", "GET /categories/items/costs")
                    .addParametersItem(parameter("query", "limit", "integer"))
                    .addParametersItem(parameter("query", "cursor", "string")))
            .post(costs("setCosts", "POST /categories/items/costs")));
    description.path(
        "/dashboard/costs/{item_id}",
        new PathItem()
            .put(
                costs("setCost", "PUT /categories/items/costs/{item_id}")
                    .addParametersItem(parameter("path", "item_id", "integer").required(true))));
  }

  private static Operation costs(String id, String same) {
    return new Operation()
        .operationId(id)
        .addTagsItem("Costs")
        .summary("The same as " + same + " of item-service")
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200", new ApiResponse().description("As item-service describes it")));
  }

  private static Parameter parameter(String in, String name, String type) {
    Schema<String> schema = new Schema<>();
    schema.addType(type);
    return new Parameter().in(in).name(name).schema(schema);
  }

  private static Operation operation(String report) {
    return new Operation()
        .operationId(report)
        .addTagsItem("Reports")
        .summary("The same as GET /dashboard/" + report + " of dashboard-service")
        .addParametersItem(day("start", "First business day"))
        .addParametersItem(day("end", "Last business day, at most 366 days on"))
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200", new ApiResponse().description("As dashboard-service describes it")));
  }

  private static Parameter day(String name, String text) {
    Schema<String> date = new Schema<>();
    date.addType("string");
    date.setFormat("date");
    return new Parameter().in("query").name(name).description(text).required(true).schema(date);
  }
}
