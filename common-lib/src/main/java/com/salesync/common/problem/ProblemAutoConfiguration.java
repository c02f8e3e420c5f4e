package com.salesync.common.problem;

import java.util.List;
import java.util.Locale;
import org.apache.catalina.Host;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents, message bundles and the language of a request. */
@AutoConfiguration(
    before = {
      MessageSourceAutoConfiguration.class,
      WebMvcAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class
    })
@Import({ProblemAdvice.class, ErrorPage.class})
public class ProblemAutoConfiguration {

  /** The service's {@code messages} first, then the texts all services share. */
  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames("messages", "common-messages");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }

  @Bean
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.KOREAN, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.KOREAN);
    return resolver;
  }

  @Bean
  Messages messages(MessageSource messageSource) {
    return new Messages(messageSource);
  }

  @Bean
  ProblemDocuments problemDocuments(
      Messages messages, LocaleResolver localeResolver, JsonMapper jsonMapper) {
    return new ProblemDocuments(messages, localeResolver, jsonMapper);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof Host host
                  && host instanceof StandardHost standardHost) {
                standardHost.setErrorReportValveClass(ContainerErrorValve.class.getName());
              }
            });
  }
}
