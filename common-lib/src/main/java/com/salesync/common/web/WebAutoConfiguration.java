package com.salesync.common.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.salesync.common.json.PlainText;
import com.salesync.common.json.WholeNumbers;
import com.salesync.common.neighbour.UserHeaders;
import com.salesync.common.problem.ProblemAutoConfiguration;
import com.salesync.common.problem.ProblemDocuments;
import com.salesync.common.problem.ProblemFilter;
import com.salesync.common.security.Tenant;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;

/** The order of the edge filters, JSON reading, and the arguments controllers may ask for. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@EnableConfigurationProperties(WebProperties.class)
@Import(OwnStoreOnly.class)
public class WebAutoConfiguration implements WebMvcConfigurer {

  private final OwnStoreOnly ownStoreOnly;

  WebAutoConfiguration(OwnStoreOnly ownStoreOnly) {
    this.ownStoreOnly = ownStoreOnly;
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Tenant.class, UserHeaders.class);
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  OpenApiCustomizer apiDescription(Environment environment) {
    return new ApiDescription(environment.getProperty("spring.application.name", "unnamed"));
  }

  /** Swagger reads classes with a mapper of its own, which does not know of snake_case. */
  @Bean
  ModelResolver snakeCaseSchemas() {
    return new ModelResolver(
            Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
        .openapi31(true);
  }

  @Bean
  FilterRegistrationBean<Filter> requestIds() {
    return ordered(new RequestIdFilter(), 0);
  }

  @Bean
  FilterRegistrationBean<Filter> trailingSlashes() {
    return ordered(UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build(), 1);
  }

  @Bean
  FilterRegistrationBean<Filter> filterProblems(ProblemDocuments documents) {
    return ordered(new ProblemFilter(documents), 2);
  }

  @Bean
  StartingFilter startingFilter() {
    return new StartingFilter();
  }

  @Bean
  FilterRegistrationBean<Filter> starting(StartingFilter filter) {
    return ordered(filter, 3);
  }

  @Bean
  FilterRegistrationBean<Filter> bodyLimit(WebProperties properties) {
    return ordered(new BodyLimitFilter(properties.maxBody().toBytes()), 4);
  }

  @Bean
  FilterRegistrationBean<Filter> contentTypes() {
    return ordered(new ContentTypeFilter(), 5);
  }

  /** Ahead of the security filters, whose answers need the request id and the problem document. */
  private static FilterRegistrationBean<Filter> ordered(Filter filter, int position) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + position);
    return registration;
  }

  @Bean
  JsonMapperBuilderCustomizer strictReading() {
    return builder ->
        builder
            .addModules(new WholeNumbers(), new PlainText())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new TenantArgument());
    resolvers.add(new UserHeadersArgument());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(ownStoreOnly);
  }
}
