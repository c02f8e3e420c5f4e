package com.salesync.dashboard.client;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "store", types = StoreServiceClient.class)
@ImportHttpServices(group = "item", types = ItemServiceClient.class)
@ImportHttpServices(group = "order", types = OrderServiceClient.class)
@ImportHttpServices(group = "sale", types = SaleServiceClient.class)
class ClientConfiguration {}
