package com.salesync.item.menu.web;

import com.salesync.common.text.Text;
import com.salesync.common.text.TypedText;
import com.salesync.common.web.StoreScoped;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A category as typed in. */
record CategoryBody(@Nullable Long storeId, @NotNull @Text(max = 100) String name)
    implements StoreScoped {

  CategoryBody {
    name = TypedText.keptOrNull(name);
  }
}
