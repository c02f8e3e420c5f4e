package com.salesync.gateway.front.web;

import com.salesync.common.problem.Problem;
import com.salesync.gateway.front.ServiceDocs;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Static pages, and Swagger UI's files out of its jar. */
@RestController
@Hidden
class PageController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private static final Map<String, MediaType> SWAGGER_FILES =
      Map.of(
          "swagger-ui.css", CSS,
          "swagger-ui-bundle.js", SCRIPT,
          "swagger-ui-standalone-preset.js", SCRIPT);

  private final ServiceDocs docs;
  private final SwaggerFiles swagger;

  PageController(ServiceDocs docs) throws IOException {
    this.docs = docs;
    this.swagger = new SwaggerFiles();
  }

  @GetMapping("/")
  ResponseEntity<Resource> landing() {
    return file("index.html", HTML);
  }

  @GetMapping("/style.css")
  ResponseEntity<Resource> style() {
    return file("style.css", CSS);
  }

  @GetMapping("/docs")
  ResponseEntity<Resource> docs() {
    return file("docs.html", HTML);
  }

  @GetMapping("/docs/assets/start.js")
  ResponseEntity<Resource> start() {
    return file("start.js", SCRIPT);
  }

  @GetMapping("/docs/assets/{file}")
  ResponseEntity<Resource> asset(@PathVariable String file) {
    MediaType type = SWAGGER_FILES.get(file);
    if (type == null) {
      throw Problem.notFound("NOT_FOUND");
    }
    return ResponseEntity.ok().contentType(type).body(swagger.file(file));
  }

  @GetMapping(path = "/docs/api/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode api(@PathVariable String service) {
    return docs.describe(service);
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return ResponseEntity.ok().contentType(type).body(new ClassPathResource("front/" + name));
  }
}
