package com.salesync.gateway.edge.web;

import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call from a browser, and who stands in front.
 *
 * @param allowedOrigins exact origins of web clients, such as {@code https://pos.example.com}
 * @param trustedProxies how many proxies in front append to {@code X-Forwarded-For}; 0 means the
 *     connection's own address is the client's
 */
@Validated
@ConfigurationProperties("salesync.edge")
record EdgeProperties(@DefaultValue List<String> allowedOrigins, @Min(0) int trustedProxies) {

  private static final Pattern EXACT = Pattern.compile("https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?");

  EdgeProperties {
    for (String origin : allowedOrigins) {
      if (!EXACT.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "CORS_ALLOWED_ORIGINS takes exact origins such as https://pos.example.com, not "
                + origin);
      }
    }
  }
}
