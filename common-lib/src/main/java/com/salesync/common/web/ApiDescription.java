package com.salesync.common.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** What the OpenAPI documents of all services say alike: how to sign in, and how calls fail. */
final class ApiDescription implements OpenApiCustomizer {

  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";

  private final String service;

  ApiDescription(String service) {
    this.service = service;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(new Info().title(service).version("1"));
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    api.getComponents()
        .addSecuritySchemes(
            TOKEN,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT"));
    api.addSecurityItem(new SecurityRequirement().addList(TOKEN));
    api.getComponents().addSchemas(PROBLEM, problem());
    if (api.getPaths() != null) {
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::describeFailure);
    }
  }

  private static void describeFailure(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused or failed")
                .content(
                    new Content()
                        .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457 problem details with the fields a till reads")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("result", new StringSchema().addEnumItem("failed"))
        .addProperty("message", new StringSchema().description("Localised text to show"))
        .addProperty("code", new StringSchema().description("Stable and machine-readable"))
        .addProperty("trace_id", new StringSchema().description("In every log line of this call"))
        .addProperty(
            "errors",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("message", new StringSchema())));
  }
}
