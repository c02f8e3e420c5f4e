package com.salesync.sale.recovery;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.sale.sales.PaymentProperties;
import com.salesync.sale.sales.RecoveryTask;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link RecoverSale} on the scheduler, whose tasks survive the process. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

  /** An unexpected failure is tried again for ever: the metrics show it, and no sale is dropped. */
  @Bean
  Task<RecoveryTask> finishSale(RecoverSale recovery, PaymentProperties properties) {
    return Tasks.custom(RecoveryTask.DESCRIPTOR)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(
                    complete, complete.getTimeDone().plus(properties.recoveryInterval())))
        .execute(
            (instance, context) -> {
              Optional<Instant> next = recovery.recoverSale(instance.getData());
              return next.isPresent()
                  ? (complete, operations) -> operations.reschedule(complete, next.get())
                  : new CompletionHandler.OnCompleteRemove<>();
            });
  }

  /** Readable data, so that a newer version of the service can take over an older one's tasks. */
  @Bean
  DbSchedulerCustomizer readableTasks() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
