package com.salesync.gateway.front.web;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of Swagger UI's webjar, whose folder carries its version. */
final class SwaggerFiles {

  private static final String BUNDLE =
      "classpath*:META-INF/resources/webjars/swagger-ui/*/swagger-ui-bundle.js";

  private final Resource bundle;

  SwaggerFiles() throws IOException {
    Resource[] found = new PathMatchingResourcePatternResolver().getResources(BUNDLE);
    if (found.length == 0) {
      throw new IllegalStateException("Swagger UI's webjar is not on the class path");
    }
    this.bundle = found[0];
  }

  Resource file(String name) {
    try {
      return bundle.createRelative(name);
    } catch (IOException malformed) {
      throw new IllegalArgumentException(name, malformed);
    }
  }
}
