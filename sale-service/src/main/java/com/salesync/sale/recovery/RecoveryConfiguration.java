package com.salesync.sale.recovery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.salesync.sale.sales.PaymentProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for due recoveries once per cluster. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

  private static final TaskDescriptor<Void> RECOVER_DUE_SALES =
      TaskDescriptor.of("recover-due-sales");

  @Bean
  Task<Void> lookForDueSales(RecoverDueSales recovery, PaymentProperties properties) {
    return Tasks.recurring(RECOVER_DUE_SALES, FixedDelay.of(properties.recoveryPoll()))
        .execute((task, context) -> recovery.recoverDueSales());
  }
}
