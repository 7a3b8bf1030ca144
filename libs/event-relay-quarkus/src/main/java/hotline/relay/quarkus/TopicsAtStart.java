package hotline.relay.quarkus;

import hotline.lifecycle.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Makes the topics that are missing; one that exists stays as its owner set it. */
final class TopicsAtStart {

  private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
  private static final long SECONDS = 20;

  private final Map<String, Object> kafka;
  private final List<NewTopic> wanted;

  /**
   * @param others topics beyond those of the lifecycle, made with the broker's own defaults
   */
  TopicsAtStart(Map<String, Object> kafka, List<String> others) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    this.kafka.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    wanted = new ArrayList<>(wanted(others).values());
  }

  private static Map<String, NewTopic> wanted(List<String> others) {
    Map<String, NewTopic> topics = new LinkedHashMap<>();
    for (Topics.Topic topic : Topics.all()) {
      topics.put(
          topic.name(),
          new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
              .configs(topic.settings()));
    }
    for (String name : others) {
      topics.putIfAbsent(name, new NewTopic(name, Optional.empty(), Optional.empty()));
    }
    return topics;
  }

  /**
   * Facts are said and read without it, and the broker's answer stays the same: an upgrade under
   * access rules that do not know it yet goes on.
   */
  static boolean mayBeMissing(String topic, Throwable cause) {
    return topic.equals(Topics.SENT_UNTIL) && !(cause instanceof RetriableException);
  }

  /** Throws when the broker is away; to be tried again. */
  void create() throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(kafka)) {
      Set<String> there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
      CreateTopicsResult result = admin.createTopics(missing);
      for (NewTopic topic : missing) {
        try {
          result.values().get(topic.name()).get(SECONDS, TimeUnit.SECONDS);
          LOG.infof("Topic %s was made", topic.name());
        } catch (ExecutionException failed) {
          // Four services start at once and want the same topics.
          if (!(failed.getCause() instanceof TopicExistsException)) {
            if (!mayBeMissing(topic.name(), failed.getCause())) {
              throw failed;
            }
            LOG.warnf(
                failed.getCause(), "Topic %s is not made: the broker refuses it", topic.name());
          }
        }
      }
    }
  }
}
