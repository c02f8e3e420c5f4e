-- W3C's traceparent of the request that asked: a job let in later runs in that trace.
alter table consulting_jobs add column traceparent text;
