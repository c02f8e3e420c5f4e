package com.salesync.item.cost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.item.cost.CostedItem;
import com.salesync.item.cost.CurrentCosts;
import com.salesync.item.cost.NewCost;
import com.salesync.item.cost.SetCosts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Costs")
class CostController {

  private final CurrentCosts current;
  private final SetCosts set;
  private final Messages messages;

  CostController(CurrentCosts current, SetCosts set, Messages messages) {
    this.current = current;
    this.set = set;
    this.messages = messages;
  }

  record CostList(
      String result,
      String message,
      List<CostedItem> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  record CostsSet(String result, String message, List<CostOfItem> items) {}

  record CostSet(String result, String message, CostOfItem item) {}

  record CostOfItem(long itemId, String name, long categoryId, long price, @Nullable Long cost) {

    static CostOfItem from(CostedItem item) {
      return new CostOfItem(
          item.itemId(), item.name(), item.categoryId(), item.price(), item.cost());
    }
  }

  @GetMapping("/categories/items/costs")
  @Operation(summary = "Lists the items with the cost in force today")
  CostList list(Tenant tenant, @Valid PageRequest request) {
    Page<CostedItem> page = current.list(tenant.storeId(), request);
    return new CostList("success", messages.get("costs.read"), page.entries(), page.nextCursor());
  }

  @PostMapping("/categories/items/costs")
  @Operation(summary = "Sets costs from today on, all or nothing; null unsets one")
  CostsSet setAll(Tenant tenant, @Valid @RequestBody CostsBody body) {
    List<CostedItem> items = set.setCosts(tenant, body.costs());
    return new CostsSet(
        "success", messages.get("costs.set"), items.stream().map(CostOfItem::from).toList());
  }

  @PutMapping("/categories/items/costs/{itemId}")
  @Operation(summary = "Sets one cost from today on; null unsets it")
  CostSet setOne(Tenant tenant, @PathVariable long itemId, @Valid @RequestBody CostBody body) {
    List<CostedItem> items = set.setCosts(tenant, List.of(new NewCost(itemId, body.cost())));
    return new CostSet("success", messages.get("cost.set"), CostOfItem.from(items.getFirst()));
  }
}
