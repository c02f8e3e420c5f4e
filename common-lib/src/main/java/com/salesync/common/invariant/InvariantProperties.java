package com.salesync.common.invariant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely the invariants are watched.
 *
 * @param interval from the end of one look to the next, in the whole cluster
 * @param margin how far a look goes back beyond the start of the last one; no transaction may be
 *     open for longer
 * @param firstLook how far back an invariant's very first look goes
 * @param dailyLook how far back the look goes that is taken once a day, for what was changed
 *     without leaving its time: rows lost by a restore, or edited by hand
 */
@ConfigurationProperties("salesync.invariants")
record InvariantProperties(
    @DefaultValue("60s") Duration interval,
    @DefaultValue("10m") Duration margin,
    @DefaultValue("2d") Duration firstLook,
    @DefaultValue("3d") Duration dailyLook) {}
