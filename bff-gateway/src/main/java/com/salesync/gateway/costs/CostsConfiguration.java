package com.salesync.gateway.costs;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "item", types = ItemServiceClient.class)
class CostsConfiguration {}
