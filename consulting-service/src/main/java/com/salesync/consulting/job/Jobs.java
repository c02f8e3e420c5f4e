package com.salesync.consulting.job;

import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All jobs; but for what is overdue, every statement names one store. */
@Repository
public class Jobs {

  /**
   * A job that may be queued.
   *
   * @param rank among its store's jobs in the queue, counted from 1
   * @param traceparent the trace its request came in
   */
  record Admitted(UUID reqId, int rank, @Nullable String traceparent) {}

  private final JdbcClient jdbc;

  Jobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes other changes to this store's jobs wait until the current transaction ends. */
  public void lock(long storeId, Instant now) {
    jdbc.sql(
            """
            insert into consulting_queues (store_id, changed_at) values (?, ?)
            on conflict (store_id) do update set changed_at = excluded.changed_at
            """)
        .params(storeId, Timestamp.from(now))
        .update();
  }

  /** Adds jobs that differ in nothing but their ids and traces. */
  public void add(List<Job> jobs) {
    Job any = jobs.getFirst();
    jdbc.sql(
            """
            insert into consulting_jobs (store_id, start_day, end_day, zone, day_start,
              state, accepted_at, deadline, req_id, traceparent)
            select ?, ?, ?, ?, ?, ?, ?, ?, own.req_id::uuid, own.traceparent
            from unnest(?, ?) as own (req_id, traceparent)
            """)
        .params(
            any.storeId(),
            any.range().start(),
            any.range().end(),
            any.businessDays().zone().getId(),
            any.businessDays().dayStart().toString(),
            any.state().name().toLowerCase(Locale.ROOT),
            Timestamp.from(any.acceptedAt()),
            Timestamp.from(any.deadline()),
            jobs.stream().map(job -> job.reqId().toString()).toArray(String[]::new),
            jobs.stream().map(Job::traceparent).toArray(String[]::new))
        .update();
  }

  Optional<Job> find(long storeId, UUID reqId) {
    return jdbc.sql("select * from consulting_jobs where store_id = ? and req_id = ?")
        .params(storeId, reqId)
        .query(Jobs::read)
        .optional();
  }

  /** Whether the outbox still holds an event of the job. */
  boolean isInOutbox(long storeId, UUID reqId) {
    return jdbc.sql("select exists (select from outbox where store_id = ? and key = ?)")
        .params(storeId, reqId.toString())
        .query(Boolean.class)
        .single();
  }

  /**
   * The job, if it ended and its end was last sent before an instant and has left the outbox; its
   * end counts as sent now.
   */
  Optional<Job> sendEndAgain(long storeId, UUID reqId, Instant before, Instant now) {
    return jdbc.sql(
            """
            update consulting_jobs set end_sent_at = ?
            where store_id = ? and req_id = ? and coalesce(end_sent_at, finished_at) < ?
              and not exists (select from outbox where store_id = ? and key = ?)
            returning *
            """)
        .params(
            Timestamp.from(now), storeId, reqId, Timestamp.from(before), storeId, reqId.toString())
        .query(Jobs::read)
        .optional();
  }

  public long acceptedSince(long storeId, Instant since) {
    return jdbc.sql("select count(*) from consulting_jobs where store_id = ? and accepted_at >= ?")
        .params(storeId, Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /** Admits the longest-waiting jobs of a store to the queue, as far as it may have more in it. */
  List<Admitted> admit(long storeId, int most) {
    return jdbc.sql(
            """
            with ahead as (
              select count(*) as jobs from consulting_jobs
              where store_id = :store and state in ('queued', 'running')),
            next as (
              select req_id,
                (select jobs from ahead) + row_number() over (order by accepted_at, req_id) as rank
              from consulting_jobs where store_id = :store and state = 'waiting'
              order by accepted_at, req_id
              limit greatest(0, :most - (select jobs from ahead)))
            update consulting_jobs job set state = 'queued'
            from next
            -- The array tells the planner that they are few, so that it takes the key's index.
            where job.store_id = :store
              and job.req_id = any (array(select req_id from next)) and job.req_id = next.req_id
            returning job.req_id, rank, job.traceparent
            """)
        .param("store", storeId)
        .param("most", most)
        .query(
            (row, number) ->
                new Admitted(
                    row.getObject("req_id", UUID.class),
                    row.getInt("rank"),
                    row.getString("traceparent")))
        .list();
  }

  /** Takes a job up; one found running was left by a process that died. */
  public Optional<Job> start(long storeId, UUID reqId, Instant now) {
    return jdbc.sql(
            """
            update consulting_jobs
            set crashes = crashes + case when state = 'running' then 1 else 0 end,
                state = 'running', started_at = ?
            where store_id = ? and req_id = ? and finished_at is null
            returning *
            """)
        .params(Timestamp.from(now), storeId, reqId)
        .query(Jobs::read)
        .optional();
  }

  /** Puts a running job back into the queue. */
  public void requeue(long storeId, UUID reqId, boolean modelFailed) {
    jdbc.sql(
            """
            update consulting_jobs set state = 'queued', model_failures = model_failures + ?
            where store_id = ? and req_id = ? and state = 'running'
            """)
        .params(modelFailed ? 1 : 0, storeId, reqId)
        .update();
  }

  /** Ends a job with an answer; empty if it has ended already. */
  public Optional<Job> complete(
      long storeId,
      UUID reqId,
      String language,
      String adviser,
      String model,
      String figures,
      String answer,
      Instant now) {
    return jdbc.sql(
            """
            update consulting_jobs
            set state = 'completed', language = ?, adviser = ?, model = ?,
                figures = ?::jsonb, answer = ?, finished_at = ?
            where store_id = ? and req_id = ? and finished_at is null
            returning *
            """)
        .params(language, adviser, model, figures, answer, Timestamp.from(now), storeId, reqId)
        .query(Jobs::read)
        .optional();
  }

  /** Ends a job without an answer; empty if it has ended already. */
  public Optional<Job> fail(
      long storeId, UUID reqId, String reason, @Nullable String language, Instant now) {
    return jdbc.sql(
            """
            update consulting_jobs
            set state = 'failed', failure = ?, language = coalesce(?, language), finished_at = ?
            where store_id = ? and req_id = ? and finished_at is null
            returning *
            """)
        .param(reason)
        .param(language)
        .param(Timestamp.from(now))
        .param(storeId)
        .param(reqId)
        .query(Jobs::read)
        .optional();
  }

  /** Empties a store's figures and answers, and says of how many jobs. */
  public int erase(long storeId) {
    return jdbc.sql(
            """
            update consulting_jobs set figures = '{}', answer = ''
            where store_id = ? and state = 'completed' and (answer <> '' or figures <> '{}')
            """)
        .param(storeId)
        .update();
  }

  /** Jobs of any store that should have ended by now. */
  public List<Job> overdue(Instant now) {
    return jdbc.sql(
            """
            select * from consulting_jobs where finished_at is null and deadline < ? limit 100
            """)
        .param(Timestamp.from(now))
        .query(Jobs::read)
        .list();
  }

  private static Job read(ResultSet row, int number) throws SQLException {
    return new Job(
        row.getObject("req_id", UUID.class),
        row.getLong("store_id"),
        new DayRange(
            row.getObject("start_day", LocalDate.class), row.getObject("end_day", LocalDate.class)),
        new BusinessDays(
            ZoneId.of(row.getString("zone")), LocalTime.parse(row.getString("day_start"))),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("model_failures"),
        row.getInt("crashes"),
        row.getString("language"),
        row.getString("adviser"),
        row.getString("model"),
        row.getString("answer"),
        row.getString("failure"),
        row.getTimestamp("accepted_at").toInstant(),
        row.getTimestamp("deadline").toInstant(),
        row.getString("traceparent"));
  }
}
