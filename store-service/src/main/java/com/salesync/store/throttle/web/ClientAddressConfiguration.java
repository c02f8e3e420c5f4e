package com.salesync.store.throttle.web;

import com.salesync.store.throttle.ClientAddress;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ClientAddressConfiguration implements WebMvcConfigurer {

  private final ProxyProperties properties;

  ClientAddressConfiguration(ProxyProperties properties) {
    this.properties = properties;
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(ClientAddress.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ClientAddressArgument(properties));
  }
}
