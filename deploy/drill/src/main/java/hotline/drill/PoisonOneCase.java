package hotline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Topics;
import hotline.simulator.Target;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes a record by hand that nobody can read into the stream of one case: that case is parked,
 * another goes on; once the record is set aside, the case's own facts that waited behind it are
 * driven through again.
 */
public final class PoisonOneCase {

  private static final List<String> SERVICES =
      List.of("intake", "dispatch", "evaluation", "reporting");

  /** Those who learn from the log what intake says; intake passes over its own facts. */
  private static final List<String> FOLLOWERS = List.of("dispatch", "evaluation", "reporting");

  private static final int LOOKS = 300;
  private static final int BROKER = 7;

  private final Api api;
  private final int port;

  private PoisonOneCase(Api api, int port) {
    this.api = api;
    this.port = port;
  }

  public static void main(String[] arguments) throws Exception {
    Target target = Target.parse(arguments);
    new PoisonOneCase(target.api(), target.gateway().getPort()).run();
  }

  private void run() throws Exception {
    JsonNode sick = register("一条人为写坏的记录 hand-made poison");
    JsonNode healthy = register("相邻工单不受影响 its neighbour");
    String key = sick.path("caseId").asText();
    awaitStatus(sick, "DISPATCHED");
    write(key);
    for (String service : SERVICES) {
      await(service + " 应停放该工单 must park the case", () -> parked(service, key) != null);
    }
    System.out.println("✓ 已停放 parked: " + sick.path("caseNo").asText());

    supplement(sick, "补充一：停放期间的补充。");
    supplement(healthy, "补充一：照常处理。");
    await("相邻工单应照常处理 its neighbour must go on", () -> supplements(healthy) == 1);
    for (String service : FOLLOWERS) {
      await(service + " 后续记录应排队 must queue what follows", () -> waiting(service, key) > 1);
    }
    require(supplements(sick) == 0, "停放的工单不应前进 the parked case must not move");
    System.out.println("✓ 其他工单照常，后续记录排队 others go on, what follows waits");

    for (String service : SERVICES) {
      heal(service, key);
      await(service + " 应恢复 must be healed", () -> parked(service, key) == null);
    }
    await("补充应生效 the supplement must arrive", () -> supplements(sick) == 1);
    System.out.println("✓ 搁置坏记录并重放后恢复 healed by setting it aside and re-driving");
  }

  private JsonNode register(String title) throws InterruptedException {
    JsonNode items = api.get(Person.OPERATOR, "/intake/api/reference/categories").path("items");
    String category = null;
    for (JsonNode item : items) {
      if (item.path("code").asText().equals("010101")) {
        category = "010101";
      }
    }
    require(category != null, "没有分类 no category 010101");
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", "HELP");
    form.put("channel", "PHONE");
    form.put("categoryCode", category);
    form.put("placeCode", "370281001");
    form.put("title", title);
    form.put("content", "演练：" + title);
    form.put("reporter", Map.of("name", "演练", "phone", "13800000000"));
    JsonNode registered = api.post(Person.OPERATOR, "/intake/api/cases", key(), null, form);
    api.post(
        Person.SCREENER,
        "/intake/api/cases/" + registered.path("caseId").asText() + "/acceptance",
        key(),
        registered.path("version").asLong(),
        Map.of());
    return registered;
  }

  private void supplement(JsonNode registered, String text) throws InterruptedException {
    api.post(
        Person.OPERATOR,
        "/intake/api/cases/" + registered.path("caseId").asText() + "/supplements",
        key(),
        null,
        Map.of("text", text));
  }

  /** As somebody with a console producer would: no attributes, no JSON. */
  private void write(String caseId) throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.CASE_LIFECYCLE, caseId, "{不是 JSON".getBytes(StandardCharsets.UTF_8));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + (port + BROKER), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get(30, TimeUnit.SECONDS);
    }
  }

  /** The parked case with its records; null when it is not parked there. */
  private JsonNode parked(String service, String key) {
    try {
      return api.get(Person.SYSTEM_ADMIN, "/" + service + "/api/parked-cases/" + key);
    } catch (Refused refused) {
      if (refused.status() == 404) {
        return null;
      }
      throw refused;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int waiting(String service, String key) {
    JsonNode parked = parked(service, key);
    return parked == null ? 0 : parked.path("records").size();
  }

  private void heal(String service, String key) throws InterruptedException {
    JsonNode first = parked(service, key).path("records").path(0);
    api.post(
        Person.SYSTEM_ADMIN,
        "/"
            + service
            + "/api/parked-cases/"
            + key
            + "/records/"
            + first.path("id").asText()
            + "/set-aside",
        key(),
        null,
        Map.of("reason", "演练写入的坏记录，不属于任何业务事实"));
    if (parked(service, key) != null) {
      api.post(
          Person.SYSTEM_ADMIN,
          "/" + service + "/api/parked-cases/" + key + "/redrive",
          key(),
          null,
          Map.of());
    }
  }

  private long supplements(JsonNode registered) {
    long supplements = 0;
    for (JsonNode entry : timeline(registered).path("entries")) {
      if (entry.path("type").asText().equals(EventType.CASE_SUPPLEMENTED.wireName())) {
        supplements++;
      }
    }
    return supplements;
  }

  private JsonNode timeline(JsonNode registered) {
    try {
      return api.get(
          Person.ANALYST,
          "/reporting/api/cases/" + registered.path("caseId").asText() + "/timeline");
    } catch (Refused notYet) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitStatus(JsonNode registered, String status) throws InterruptedException {
    await(
        "应已派单 must be " + status,
        () -> timeline(registered).path("status").asText().equals(status));
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      if (condition.getAsBoolean()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    require(false, what);
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      System.err.println("✗ " + what);
      System.exit(1);
    }
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
