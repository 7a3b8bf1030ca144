package hotline.relay;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Ids of topics: a topic made anew under an old name has a new id, and offsets from 0. */
final class TopicIds {

  private final Map<String, Object> kafka;
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  TopicIds(Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  void learn(Collection<String> topics) throws InterruptedException {
    if (topics.isEmpty()) {
      return;
    }
    try (Admin admin = Admin.create(new HashMap<>(kafka))) {
      Map<String, TopicDescription> described =
          admin.describeTopics(List.copyOf(topics)).allTopicNames().get(20, TimeUnit.SECONDS);
      described.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
    } catch (ExecutionException | TimeoutException failed) {
      throw new InfrastructureFault("Topics cannot be described: " + topics, failed);
    }
  }

  String of(String topic) {
    String id = ids.get(topic);
    if (id == null) {
      throw new InfrastructureFault("The id of topic " + topic + " is not known yet", null);
    }
    return id;
  }
}
