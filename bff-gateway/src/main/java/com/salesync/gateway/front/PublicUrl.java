package com.salesync.gateway.front;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where clients find this system. What a request says of its host decides nothing.
 *
 * @param url scheme, host and port where it is not the scheme's own, such as {@code
 *     https://api.example.com}
 */
@ConfigurationProperties("salesync.public")
public record PublicUrl(String url) {

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?");

  /**
   * Checks the URL.
   *
   * @throws IllegalArgumentException unless it is an origin
   */
  public PublicUrl {
    if (!ORIGIN.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "PUBLIC_URL takes an origin such as https://api.example.com, not " + url);
    }
  }
}
