package com.salesync.gateway.front;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.service.registry.AbstractHttpServiceRegistrar;

/** The same two clients of every service. */
@Configuration(proxyBeanMethods = false)
@Import(FrontClients.OfEveryService.class)
class FrontClients {

  static final class OfEveryService extends AbstractHttpServiceRegistrar {

    @Override
    protected void registerHttpServices(
        GroupRegistry groups, AnnotationMetadata importingClassMetadata) {
      for (String service : Reachability.SERVICES) {
        groups.forGroup(service).register(Probe.class, DescribedService.class);
      }
    }
  }
}
