package com.salesync.store.session;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  private static final TaskDescriptor<Void> PURGE_EXPIRED_SESSIONS =
      TaskDescriptor.of("purge-expired-sessions");

  /** Once per cluster. */
  @Bean
  Task<Void> purgeExpiredSessionsTask(PurgeExpired purgeExpired, SessionProperties properties) {
    return Tasks.recurring(PURGE_EXPIRED_SESSIONS, FixedDelay.of(properties.purgeInterval()))
        .execute((task, context) -> purgeExpired.purgeExpired());
  }
}
