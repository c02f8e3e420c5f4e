package com.salesync.common.tracing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Traces of db-scheduler's tasks, whatever a service's own settings of the scheduler are. */
@AutoConfiguration
@ConditionalOnClass({Scheduler.class, DbSchedulerCustomizer.class})
public class TracedTasksAutoConfiguration {

  @Bean
  TaskTraces taskTraces(
      Tracer tracer, ObjectProvider<Propagator> propagator, ObservationRegistry observations) {
    return new TaskTraces(tracer, propagator.getIfAvailable(() -> Propagator.NOOP), observations);
  }

  @Bean
  static BeanPostProcessor tracesInTaskData(ObjectProvider<TaskTraces> traces) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DbSchedulerCustomizer customizer
            ? new TracedScheduler(customizer, traces.getObject())
            : bean;
      }
    };
  }
}
