package com.salesync.store.ratelimit.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.address.ClientAddressResolver;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
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
    resolvers.add(new ClientAddressArgument(addresses(properties)));
  }

  /** The gateway stands in front, and appends the address that it believes in. */
  static ClientAddressResolver addresses(ProxyProperties properties) {
    List<IpAddressMatcher> networks =
        properties.trusted().stream().map(IpAddressMatcher::new).toList();
    return new ClientAddressResolver(
        1, peer -> networks.stream().anyMatch(network -> network.matches(peer)));
  }
}
