import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints every fact about every case once, from the first one to where the log ends now. Runs with
 * what deploy/up has built: java -cp 'deploy/drill/target/app/*' docs/examples/ReadTheLog.java
 */
class ReadTheLog {

  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  public static void main(String[] args) {
    KAFKA.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", args.length > 0 ? args[0] : "localhost:8087",
            "key.deserializer", StringDeserializer.class,
            "value.deserializer", StringDeserializer.class);
    Map<String, Long> last = new HashMap<>();
    try (KafkaConsumer<String, String> log = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          log.partitionsFor("hotline.case-lifecycle.v1").stream()
              .map(of -> new TopicPartition(of.topic(), of.partition()))
              .toList();
      log.assign(partitions);
      log.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = log.endOffsets(partitions);
      while (partitions.stream().anyMatch(of -> log.position(of) < end.get(of))) {
        for (ConsumerRecord<String, String> fact : log.poll(Duration.ofSeconds(1))) {
          long number = Long.parseLong(header(fact, "ce_sequence"));
          String teller = fact.key() + " " + header(fact, "ce_source");
          long before = last.getOrDefault(teller, 0L);
          if (number <= before) {
            continue; // sent twice
          }
          if (number > before + 1) {
            System.err.printf("Missing: %s, %d to %d%n", teller, before + 1, number - 1);
          }
          last.put(teller, number);
          out.println(
              String.join(
                  "\t",
                  header(fact, "ce_time"),
                  header(fact, "ce_subject"),
                  header(fact, "ce_type"),
                  fact.value()));
        }
      }
    }
  }

  private static String header(ConsumerRecord<String, String> of, String name) {
    return new String(of.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
