package com.salesync.common.test.property;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.problem.ProblemAutoConfiguration;
import com.salesync.common.web.WebAutoConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every kind of body that a service reads, in the form of its {@code openapi.yaml} and in none: it
 * is read, or refused with a problem document that names what is wrong. There are the service's
 * controllers with all that reads and validates for them, and nothing behind them. {@code
 * -Dbodies=100000} tries more of each kind.
 */
public abstract class ParsersContract {

  private static final int BODIES = Integer.getInteger("bodies", 10_000);

  private final String root;
  private final Map<String, String> samples;

  /**
   * @param root the service's package
   * @param samples by field, a text that is taken where a schema does not say which
   */
  protected ParsersContract(String root, Map<String, String> samples) {
    this.root = root;
    this.samples = samples;
  }

  @Test
  void readOrRefuseWhateverIsSent() {
    LoggingSystem.get(ClassUtils.getDefaultClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    new WebApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withInitializer(this::registerControllers)
        .withConfiguration(
            AutoConfigurations.of(
                JacksonAutoConfiguration.class,
                HttpMessageConvertersAutoConfiguration.class,
                ValidationAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                ProblemAutoConfiguration.class,
                WebAutoConfiguration.class))
        .withBean(WebMvcConfigurer.class, NothingOfTheCaller::new)
        .withBean(
            WebMvcRegistrations.class,
            () ->
                new WebMvcRegistrations() {
                  @Override
                  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                    return new ReadingAdapter();
                  }
                })
        .run(this::tryAll);
  }

  private void registerControllers(ConfigurableApplicationContext context) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    scanner
        .findCandidateComponents(root)
        .forEach(
            found ->
                registerHollow(
                    (GenericApplicationContext) context,
                    ClassUtils.resolveClassName(
                        found.getBeanClassName(), context.getClassLoader())));
  }

  private static <T> void registerHollow(GenericApplicationContext context, Class<T> controller) {
    context.registerBean(controller, () -> new SpringObjenesis().newInstance(controller));
  }

  private void tryAll(ApplicationContext context) throws Exception {
    Map<String, HandlerMethod> handlers = handlers(context);
    Set<Class<?>> tried = new HashSet<>();
    for (ApiOperation operation : ApiOperation.ofThisService()) {
      HandlerMethod handler = handlers.get(operation.toString());
      if (handler != null && operation.hasBody() && tried.add(bodyOf(handler).orElseThrow())) {
        tryBodies(operation, handler, context);
      }
    }
    assertThat(tried)
        .isEqualTo(
            handlers.values().stream()
                .flatMap(handler -> bodyOf(handler).stream())
                .collect(Collectors.toSet()));
  }

  private static Map<String, HandlerMethod> handlers(ApplicationContext context) {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .flatMap(
            entry ->
                entry.getKey().getMethodsCondition().getMethods().stream()
                    .flatMap(
                        method ->
                            entry.getKey().getPatternValues().stream()
                                .map(
                                    path ->
                                        Map.entry(
                                            method + " " + path,
                                            entry.getValue().createWithResolvedBean()))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  private static java.util.Optional<Class<?>> bodyOf(HandlerMethod handler) {
    return Stream.of(handler.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
        .<Class<?>>map(MethodParameter::getParameterType)
        .findAny();
  }

  private void tryBodies(
      ApiOperation operation, HandlerMethod handler, ApplicationContext context) {
    AnyJson json = new AnyJson(operation.document(), samples, List.of());
    RequestMappingHandlerAdapter adapter = context.getBean(RequestMappingHandlerAdapter.class);
    HandlerExceptionResolver refusals =
        context.getBean("handlerExceptionResolver", HandlerExceptionResolver.class);
    AtomicInteger read = new AtomicInteger();
    forAll(
        BODIES,
        any -> new Sent(operation, json.body(any, operation.body())),
        sent -> {
          MockHttpServletRequest request = sent.request();
          MockHttpServletResponse response = new MockHttpServletResponse();
          try {
            adapter.handle(request, response, handler);
            read.incrementAndGet();
          } catch (Exception refused) {
            refusals.resolveException(request, response, handler, refused);
            assertRefused(response);
          }
        });
    assertThat(read.get()).as("read by %s", operation).isGreaterThan(BODIES / 20);
  }

  private static void assertRefused(MockHttpServletResponse response) {
    String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    if (response.getStatus() != 400
        || !text.contains("\"result\":\"failed\"")
        || (text.contains("VALIDATION_FAILED") && !text.contains("\"errors\":[{"))) {
      throw new AssertionError("Answered " + response.getStatus() + " " + text);
    }
  }

  private record Sent(ApiOperation operation, byte[] body) {

    MockHttpServletRequest request() {
      MockHttpServletRequest request =
          new MockHttpServletRequest(operation.method(), operation.path());
      request.setContentType(MediaType.APPLICATION_JSON_VALUE);
      request.setContent(body);
      request.setAttribute(
          HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
          operation.parameters().stream()
              .filter(parameter -> parameter.in().equals("path"))
              .collect(Collectors.toMap(ApiOperation.Parameter::name, parameter -> "1")));
      return request;
    }

    @Override
    public String toString() {
      return operation + " " + new String(body, StandardCharsets.UTF_8);
    }
  }

  /** What says who asks, and from where. */
  private static final class NothingOfTheCaller
      implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final List<Class<? extends java.lang.annotation.Annotation>> SENT =
        List.of(RequestBody.class, RequestParam.class, RequestHeader.class, PathVariable.class);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.addFirst(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return SENT.stream().noneMatch(parameter::hasParameterAnnotation);
    }

    @Override
    public @Nullable Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return null;
    }
  }
}
