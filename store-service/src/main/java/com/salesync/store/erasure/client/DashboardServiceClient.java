package com.salesync.store.erasure.client;

import com.salesync.common.security.Tenant;
import com.salesync.store.erasure.PersonalDataHolder;
import org.springframework.web.service.annotation.PostExchange;

/** It holds the texts of settlements and the numbers they went to. */
interface DashboardServiceClient extends PersonalDataHolder {

  @Override
  @PostExchange("/internal/erasure")
  void erase(Tenant tenant);
}
