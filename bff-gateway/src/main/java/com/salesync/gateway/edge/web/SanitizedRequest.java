package com.salesync.gateway.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The request without what only the gateway may say, with the client's address as the remote one.
 * Parameters come from the query alone: reading a form would consume the body that is to be passed
 * on.
 */
final class SanitizedRequest extends HttpServletRequestWrapper {

  private static final List<String> FORBIDDEN =
      List.of("x-forwarded-", "x-user-", "x-internal-", "salesync-");

  private final String clientAddress;
  private final MultiValueMap<String, String> query;

  SanitizedRequest(
      HttpServletRequest request, String clientAddress, MultiValueMap<String, String> query) {
    super(request);
    this.clientAddress = clientAddress;
    this.query = query;
  }

  private static boolean isForbidden(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("forwarded")
        || lower.equals("x-real-ip")
        || FORBIDDEN.stream().anyMatch(lower::startsWith);
  }

  @Override
  public String getRemoteAddr() {
    return clientAddress;
  }

  @Override
  public String getRemoteHost() {
    return clientAddress;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isForbidden(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isForbidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !isForbidden(name))
            .toList());
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> map = new LinkedHashMap<>();
    query.forEach((name, values) -> map.put(name, texts(values)));
    return Collections.unmodifiableMap(map);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(query.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    List<String> values = query.get(name);
    return values == null ? null : texts(values);
  }

  /** A parameter without a value reads as empty, as the container has it. */
  private static String[] texts(List<String> values) {
    return values.stream()
        .map(value -> Objects.requireNonNullElse(value, ""))
        .toArray(String[]::new);
  }
}
