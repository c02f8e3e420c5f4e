package com.salesync.dashboard.consulting.messaging;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.dashboard.client.StoreServiceClient;
import com.salesync.dashboard.consulting.ConsultingResult;
import com.salesync.dashboard.consulting.ConsultingResults;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what consulting-service publishes into the dashboard's own schema. */
@Component
class ConsultingListener {

  private final ConsultingResults results;
  private final StoreServiceClient stores;
  private final JsonMapper json;
  private final Set<Long> known = ConcurrentHashMap.newKeySet();

  ConsultingListener(ConsultingResults results, StoreServiceClient stores, JsonMapper json) {
    this.results = results;
    this.stores = stores;
    this.json = json;
  }

  @KafkaListener(id = "consulting", idIsGroup = false, topics = "${salesync.consulting.topic}")
  void receive(ConsumerRecord<String, byte[]> message) {
    ConsultingResult result = ConsultingEvent.read(message, json);
    if (!exists(result.storeId())) {
      throw new UnreadableMessage("unknown store");
    }
    results.keepResult(result);
  }

  private boolean exists(long storeId) {
    if (known.contains(storeId)) {
      return true;
    }
    if (known.size() > 100_000) {
      known.clear();
    }
    return stores.exists(new Tenant(storeId, "dashboard-service", BusinessDays.DEFAULT))
        && known.add(storeId);
  }
}
