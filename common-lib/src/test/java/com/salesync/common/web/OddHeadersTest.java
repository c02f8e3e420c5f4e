package com.salesync.common.web;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.address.ClientAddressResolver;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.problem.Problem;
import com.salesync.common.test.property.Any;
import com.salesync.common.text.TypedText;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever stands in the headers and texts that are read by hand. */
class OddHeadersTest {

  private static final int INPUTS = 100_000;

  @Test
  void areContentTypesOrRefusedAsSuch() {
    forAll(
        INPUTS,
        any -> parts(any, ";", "application", "/", "json", "*", ";charset=", "utf-8", "=", "\""),
        type -> assertPassed(new ContentTypeFilter(), withContentType(type), 415));
  }

  @Test
  void giveEveryRequestAnIdThatALogCanHold() {
    forAll(
        INPUTS,
        any -> parts(any, "a", "-", ".", "9"),
        id -> {
          MockHttpServletRequest request = new MockHttpServletRequest();
          request.addHeader(RequestIdFilter.HEADER, id);
          assertThat(assertPassed(new RequestIdFilter(), request, 0).getHeader("X-Request-Id"))
              .matches("[A-Za-z0-9._-]{1,64}");
        });
  }

  @Test
  void nameAnAddressOrNone() {
    ClientAddressResolver resolver = new ClientAddressResolver(1, peer -> true);
    forAll(
        INPUTS,
        any -> parts(any, ",", "203.0.113.7", "::", "ffff", ":", "1.", "%eth0", "%1", "[", "]"),
        forwarded -> {
          MockHttpServletRequest request = new MockHttpServletRequest();
          request.addHeader("X-Forwarded-For", forwarded);
          assertThat(resolver.resolve(request).value()).matches("[0-9.]+|[0-9a-f]{16}::/64");
          assertThat(InetAddress.ofLiteral(resolver.literal(request))).isNotNull();
        });
  }

  @Test
  void areKeysOrRefusedAsSuch() {
    forAll(
        INPUTS,
        any -> parts(any, "a", "-", "9".repeat(60)),
        key -> {
          try {
            IdempotencyGate.requireAcceptable(key);
            assertThat(key).hasSizeBetween(1, 255).isPrintable();
          } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(400);
          }
        });
  }

  @Test
  void areTextsThatStayAsTheyAreKept() {
    forAll(
        INPUTS,
        any ->
            parts(
                any, "피", "\u1112\u1161\u11ab", "é", "e\u0301", " ", "\u3000", "🧑‍🍳", "\n", "☕️"),
        typed -> {
          if (TypedText.fault(typed, 50, true) == null) {
            String kept = TypedText.kept(typed);
            assertThat(TypedText.kept(kept)).isEqualTo(kept);
            assertThat(TypedText.fault(kept, 50, true)).isNull();
            assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(kept)
                .doesNotContain("\0");
          }
        });
  }

  private static String parts(Any any, String... known) {
    return any.list(0, 12, each -> each.chance(85) ? each.of(known) : each.characters(3)).stream()
        .collect(Collectors.joining());
  }

  private static MockHttpServletRequest withContentType(String type) {
    return new MockHttpServletRequest() {
      @Override
      public String getContentType() {
        return type;
      }
    };
  }

  private static MockHttpServletResponse assertPassed(
      Filter filter, MockHttpServletRequest request, int orRefusedWith) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    try {
      filter.doFilter(request, response, new MockFilterChain());
    } catch (Problem refused) {
      assertThat(refused.status().value()).isEqualTo(orRefusedWith);
    } catch (IOException | ServletException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return response;
  }
}
