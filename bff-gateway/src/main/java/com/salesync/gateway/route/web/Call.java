package com.salesync.gateway.route.web;

import com.salesync.common.neighbour.NeighbourUnavailable;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpMethod;

/**
 * A request on its way to a service.
 *
 * @param path as the service knows it, without a slash at its end
 */
record Call(Target target, HttpMethod method, String path) {

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  /** Published so: they settle a day and begin a consulting job. The services refuse their HEAD. */
  private static final Set<String> WRITES_BY_GET = Set.of("/dashboard/calculate", "/consulting");

  private static final Set<String> PASSWORDS_BY_POST =
      Set.of("/stores", "/stores/login", "/stores/pwcheck");

  private static final Pattern PROFILE = Pattern.compile("/stores/\\d+");

  static Call of(ProxyExchange.Request request) {
    String path = request.getServerRequest().uri().getPath();
    return new Call(
        Target.of(request.getServerRequest()),
        request.getMethod(),
        path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Notes in which context it is made. */
  void isMadeIn(HttpContext context) {
    context.setAttribute(Call.class.getName(), this);
  }

  static boolean isWriteIn(HttpContext context) {
    return context.getAttribute(Call.class.getName()) instanceof Call call && call.isWrite();
  }

  boolean isWrite() {
    return !READS.contains(method)
        || (method.equals(HttpMethod.GET) && WRITES_BY_GET.contains(path));
  }

  /** Whether it is the payment or the void of a sale. */
  boolean isForMoney() {
    return target.service().equals("sale") && isWrite();
  }

  /** Whether a password may be hashed for it. */
  boolean isForPassword() {
    boolean hashes =
        method.equals(HttpMethod.POST)
            ? PASSWORDS_BY_POST.contains(path)
            : method.equals(HttpMethod.PUT) && PROFILE.matcher(path).matches();
    return target.service().equals("store") && hashes;
  }

  /**
   * What to say of a call that brought no answer: 504 where a write may have been done, else 503.
   */
  NeighbourUnavailable outage(Throwable cause) {
    return isWrite()
        ? NeighbourUnavailable.ofWrite(target.service(), cause)
        : new NeighbourUnavailable(target.service(), cause);
  }
}
