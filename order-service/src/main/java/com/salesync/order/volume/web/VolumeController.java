package com.salesync.order.volume.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.volume.DailyItemVolumes;
import com.salesync.order.volume.RebuildVolumes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Volumes sold; internal. */
@Tag(name = "Internal")
@RestController
final class VolumeController {

  private final DailyItemVolumes volumes;
  private final RebuildVolumes rebuildVolumes;
  private final Messages messages;

  VolumeController(DailyItemVolumes volumes, RebuildVolumes rebuildVolumes, Messages messages) {
    this.volumes = volumes;
    this.rebuildVolumes = rebuildVolumes;
    this.messages = messages;
  }

  record Volumes(List<DailyItemVolumes.Volume> volumes) {}

  record Rebuilt(
      String result,
      String message,
      long storeId,
      LocalDate startDate,
      LocalDate endDate,
      List<RebuildVolumes.Difference> differences) {}

  @Operation(summary = "What was sold, per business day and item")
  @GetMapping("/internal/volumes")
  Volumes volumes(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new Volumes(volumes.volumes(tenant, new DayRange(start, end)));
  }

  @Operation(summary = "Recompute a store's volumes from its orders; operator only")
  @PostMapping("/internal/volumes/rebuild")
  Rebuilt rebuild(
      @RequestParam("store_id") @Positive long storeId,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end) {
    return new Rebuilt(
        "success",
        messages.get("volumes.rebuilt"),
        storeId,
        start,
        end,
        rebuildVolumes.rebuildVolumes(storeId, new DayRange(start, end)));
  }
}
