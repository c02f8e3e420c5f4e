package com.salesync.store.erasure.client;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "dashboard", types = DashboardServiceClient.class)
@ImportHttpServices(group = "consulting", types = ConsultingServiceClient.class)
class ClientConfiguration {}
