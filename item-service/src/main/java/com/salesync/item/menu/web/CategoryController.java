package com.salesync.item.menu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.item.menu.EditCategories;
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
@Tag(name = "Categories")
class CategoryController {

  private final EditCategories edit;
  private final ReadMenu read;
  private final Messages messages;

  CategoryController(EditCategories edit, ReadMenu read, Messages messages) {
    this.edit = edit;
    this.read = read;
    this.messages = messages;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CategoryList(
      List<ReadMenu.CategoryName> categories, long storeId, @Nullable String nextCursor) {}

  record CategorySaved(String result, String message, long id) {}

  record CategoryRemoved(String result, String message, long categoryId) {}

  @GetMapping("/categories")
  @Operation(summary = "Lists the categories by ascending id")
  CategoryList list(Tenant tenant, @Valid PageRequest request) {
    Page<ReadMenu.CategoryName> page = read.categories(tenant.storeId(), request);
    return new CategoryList(page.entries(), tenant.storeId(), page.nextCursor());
  }

  @PostMapping("/categories")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a category")
  CategorySaved add(Tenant tenant, @Valid @RequestBody CategoryBody body) {
    long id = edit.add(tenant.storeId(), body.name());
    return new CategorySaved("success", messages.get("category.added"), id);
  }

  /** 201, though nothing is created: the published client expects it. */
  @PutMapping("/categories/{id}")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Renames a category")
  CategorySaved rename(
      Tenant tenant, @PathVariable long id, @Valid @RequestBody CategoryBody body) {
    edit.rename(tenant.storeId(), id, body.name());
    return new CategorySaved("success", messages.get("category.renamed"), id);
  }

  @DeleteMapping("/categories/{id}")
  @Operation(summary = "Takes a category and its items off the menu")
  CategoryRemoved remove(Tenant tenant, @PathVariable long id) {
    edit.remove(tenant.storeId(), id);
    return new CategoryRemoved("success", messages.get("category.removed"), id);
  }
}
