package hotline.lifecycle.bad;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Breaks a rule on purpose. */
public record EventWithKafka(ProducerRecord<String, byte[]> raw) {}
