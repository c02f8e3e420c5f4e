package com.salesync.store.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  private static final TaskDescriptor<Void> ROTATE_KEYS = TaskDescriptor.of("rotate-keys");

  @Bean
  KeySeal keySeal(SigningProperties properties) {
    return new KeySeal(properties.secret());
  }

  /** Once per cluster. */
  @Bean
  Task<Void> rotateKeysTask(RotateKeys rotateKeys, SigningProperties properties) {
    return Tasks.recurring(ROTATE_KEYS, FixedDelay.of(properties.checkInterval()))
        .execute((task, context) -> rotateKeys.rotateKeysWhenDue());
  }
}
