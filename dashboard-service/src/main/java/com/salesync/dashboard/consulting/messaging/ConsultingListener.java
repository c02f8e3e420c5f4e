package com.salesync.dashboard.consulting.messaging;

import com.salesync.dashboard.consulting.ConsultingResult;
import com.salesync.dashboard.consulting.ConsultingResults;
import com.salesync.dashboard.consulting.KnownStores;
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
  private final KnownStores stores;
  private final JsonMapper json;
  private final Set<Long> known = ConcurrentHashMap.newKeySet();

  ConsultingListener(ConsultingResults results, KnownStores stores, JsonMapper json) {
    this.results = results;
    this.stores = stores;
    this.json = json;
  }

  @KafkaListener(id = "consulting", idIsGroup = false, topics = "${salesync.consulting.topic}")
  void receive(ConsumerRecord<String, byte[]> message) {
    ConsultingResult news = ConsultingEvent.read(message, json);
    if (!exists(news.storeId())) {
      throw new UnreadableMessage("unknown store");
    }
    if (!results.keep(news)) {
      throw new UnreadableMessage("the request is another store's");
    }
  }

  private boolean exists(long storeId) {
    if (known.contains(storeId)) {
      return true;
    }
    if (known.size() > 100_000) {
      known.clear();
    }
    return stores.contains(storeId) && known.add(storeId);
  }
}
