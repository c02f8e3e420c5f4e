package com.salesync.consulting.client;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "store", types = StoreServiceClient.class)
@ImportHttpServices(group = "dashboard", types = SalesLookup.class)
@ImportHttpServices(group = "dashboard", types = AnswerLookup.class)
@ImportHttpServices(group = "dashboard-figures", types = DashboardServiceClient.class)
class ClientConfiguration {}
