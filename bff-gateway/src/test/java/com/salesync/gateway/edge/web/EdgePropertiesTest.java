package com.salesync.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgePropertiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.com",
        "https://pos.example.com/",
        "pos.example.com",
        "null",
        "https://"
      })
  void takesExactOriginsOnly(String origin) {
    assertThatThrownBy(() -> new EdgeProperties(List.of(origin), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CORS_ALLOWED_ORIGINS");
  }

  @Test
  void takesOriginsWithAndWithoutPort() {
    List<String> origins = List.of("https://pos.example.com", "http://localhost:3000");
    assertThat(new EdgeProperties(origins, 0).allowedOrigins()).isEqualTo(origins);
  }
}
