package hotline.intake.bad;

import hotline.dispatch.bad.DispatchThatCallsIntake;
import jakarta.inject.Inject;
import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Breaks several rules on purpose. */
public class IntakeThatCallsDispatch {

  @Inject DispatchThatCallsIntake dispatch;

  KafkaProducer<String, byte[]> producer;

  Instant now() throws InterruptedException {
    Thread.sleep(1);
    return Instant.now();
  }
}
