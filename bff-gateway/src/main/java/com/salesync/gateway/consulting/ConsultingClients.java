package com.salesync.gateway.consulting;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "consulting", types = ConsultingServiceClient.class)
@ImportHttpServices(group = "dashboard", types = DashboardServiceClient.class)
class ConsultingClients {}
