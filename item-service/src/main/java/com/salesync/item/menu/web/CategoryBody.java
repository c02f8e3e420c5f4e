package com.salesync.item.menu.web;

import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A category as typed in. */
record CategoryBody(@Nullable Long storeId, @NotBlank @Size(max = 100) String name)
    implements StoreScoped {

  CategoryBody {
    name = TypedText.normalize(name);
  }
}
