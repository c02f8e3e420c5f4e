package com.salesync.store.erasure;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  private static final TaskDescriptor<Void> ERASE_CLOSED_STORES =
      TaskDescriptor.of("erase-closed-stores");

  /** Once per cluster. */
  @Bean
  Task<Void> eraseClosedStoresTask(EraseClosedStores erase, ErasureProperties properties) {
    return Tasks.recurring(ERASE_CLOSED_STORES, FixedDelay.of(properties.interval()))
        .execute((task, context) -> erase.eraseClosedStores());
  }
}
