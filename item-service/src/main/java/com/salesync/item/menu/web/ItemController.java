package com.salesync.item.menu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.item.menu.EditItems;
import com.salesync.item.menu.ReadMenu;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Items")
class ItemController {

  private final EditItems edit;
  private final ReadMenu read;
  private final Messages messages;

  ItemController(EditItems edit, ReadMenu read, Messages messages) {
    this.edit = edit;
    this.read = read;
    this.messages = messages;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Menu(List<ReadMenu.Section> categories, @Nullable String nextCursor) {}

  record ItemAdded(String result, String message, long id) {}

  record ItemFound(String result, String message, ReadMenu.PricedItem item) {}

  record ItemEdited(String result, String message, long itemId) {}

  @GetMapping("/categories/items")
  @Operation(summary = "Reads the whole menu; pages are counted in categories")
  Menu menu(Tenant tenant, @Valid PageRequest request) {
    Page<ReadMenu.Section> page = read.menu(tenant.storeId(), request);
    return new Menu(page.entries(), page.nextCursor());
  }

  @PostMapping("/categories/{id}/items")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds an item to a category")
  ItemAdded add(Tenant tenant, @PathVariable long id, @Valid @RequestBody ItemBody body) {
    long itemId = edit.add(tenant.storeId(), id, body.name(), body.price(), body.description());
    return new ItemAdded("success", messages.get("item.added"), itemId);
  }

  @GetMapping("/categories/items/{itemId}")
  @Operation(summary = "Reads one item")
  ItemFound item(Tenant tenant, @PathVariable long itemId) {
    return new ItemFound("success", messages.get("item.read"), read.item(tenant.storeId(), itemId));
  }

  @PutMapping("/categories/items/{itemId}")
  @Operation(summary = "Renames or reprices an item")
  ItemEdited change(Tenant tenant, @PathVariable long itemId, @Valid @RequestBody ItemBody body) {
    edit.change(tenant.storeId(), itemId, body.name(), body.price());
    return new ItemEdited("success", messages.get("item.changed"), itemId);
  }

  @DeleteMapping("/categories/items/{itemId}")
  @Operation(summary = "Takes an item off the menu")
  ItemEdited remove(Tenant tenant, @PathVariable long itemId) {
    edit.remove(tenant.storeId(), itemId);
    return new ItemEdited("success", messages.get("item.removed"), itemId);
  }
}
