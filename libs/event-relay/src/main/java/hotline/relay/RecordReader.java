package hotline.relay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/** Turns polled records into incoming ones, leaving out what the service said itself. */
final class RecordReader {

  private final byte[] ownSource;

  /**
   * @param ownSource CloudEvents source to leave out, or null
   */
  RecordReader(String ownSource) {
    this.ownSource = ownSource == null ? null : ownSource.getBytes(StandardCharsets.UTF_8);
  }

  List<Incoming> read(ConsumerRecords<byte[], byte[]> records) {
    List<Incoming> incoming = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (!isOwn(record)) {
        incoming.add(incoming(record));
      }
    }
    return incoming;
  }

  private boolean isOwn(ConsumerRecord<byte[], byte[]> record) {
    if (ownSource == null) {
      return false;
    }
    Header source = record.headers().lastHeader("ce_source");
    return source != null && Arrays.equals(source.value(), ownSource);
  }

  private static Incoming incoming(ConsumerRecord<byte[], byte[]> record) {
    return new Incoming(
        record.topic(),
        record.partition(),
        record.offset(),
        key(record.key()),
        new KafkaHeaders(record.headers()),
        record.value());
  }

  /** Null when the bytes are no text: two keys must not become one. */
  private static String key(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
