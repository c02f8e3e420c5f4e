package com.salesync.item.menu;

import com.salesync.common.problem.Problem;

/** The one answer for an item that never was, is no longer, or is another store's. */
public final class ItemNotFound {

  private ItemNotFound() {}

  /** 404 {@code ITEM_NOT_FOUND} that names the item in its text and as {@code item_id}. */
  public static Problem naming(long itemId) {
    return Problem.notFound("ITEM_NOT_FOUND", Long.toString(itemId)).with("item_id", itemId);
  }
}
