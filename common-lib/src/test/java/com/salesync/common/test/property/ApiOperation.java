package com.salesync.common.test.property;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service under test says of one operation in its {@code openapi.yaml}.
 *
 * @param method in capitals
 * @param path pattern, such as {@code /categories/{id}}
 * @param body what it reads; missing where it reads none
 * @param document the whole of it, to which a schema refers
 */
record ApiOperation(
    String method, String path, List<Parameter> parameters, JsonNode body, JsonNode document) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param in path, query or header
   */
  record Parameter(String name, String in, JsonNode schema) {}

  /** All that the service describes. */
  static List<ApiOperation> ofThisService() throws IOException {
    JsonNode document = read(Path.of(System.getProperty("basedir", ""), "openapi.yaml"));
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        operation ->
                            of(operation.getKey(), path.getKey(), operation.getValue(), document)))
        .toList();
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.valueToTree(
        new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Files.readString(file)));
  }

  private static ApiOperation of(
      String method, String path, JsonNode operation, JsonNode document) {
    Stream<Parameter> parameters =
        operation
            .path("parameters")
            .valueStream()
            .map(
                one ->
                    new Parameter(
                        one.path("name").asString(),
                        one.path("in").asString(),
                        one.path("schema")));
    return new ApiOperation(
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        parameters.toList(),
        operation.path("requestBody").path("content").path("application/json").path("schema"),
        document);
  }

  boolean hasBody() {
    return !body.isMissingNode();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
