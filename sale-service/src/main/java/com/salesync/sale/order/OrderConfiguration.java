package com.salesync.sale.order;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "order", types = OrderServiceClient.class)
class OrderConfiguration {}
