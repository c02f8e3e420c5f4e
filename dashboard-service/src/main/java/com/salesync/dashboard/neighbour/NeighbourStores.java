package com.salesync.dashboard.neighbour;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.dashboard.consulting.KnownStores;
import com.salesync.dashboard.reconciliation.StoreDirectory;
import com.salesync.dashboard.settlement.Recipient;
import com.salesync.dashboard.settlement.Recipients;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** The stores as store-service knows them. */
@Component
class NeighbourStores implements Recipients, StoreDirectory, KnownStores {

  private final StoreBooks stores;
  private final InternalTokens tokens;

  NeighbourStores(NeighbourClients neighbours, InternalTokens tokens) {
    this.stores = neighbours.create(StoreBooks.class, "store");
    this.tokens = tokens;
  }

  @Override
  public Recipient of(Tenant tenant) {
    StoreBooks.Store store = stores.self(tokens.actingFor(tenant));
    return new Recipient(
        store.storeName(),
        store.phone(),
        "en".equals(store.language()) ? Locale.ENGLISH : Locale.KOREAN);
  }

  @Override
  public Slice after(@Nullable String cursor, int limit) {
    StoreBooks.Page page = stores.all(tokens.actingForNoStore(), limit, cursor);
    return new Slice(page.stores().stream().map(StoreBooks.Entry::id).toList(), page.nextCursor());
  }

  @Override
  public boolean contains(long storeId) {
    try {
      stores.self(tokens.actingFor(storeId, BusinessDays.DEFAULT));
      return true;
    } catch (HttpClientErrorException.NotFound unknown) {
      return false;
    }
  }
}
