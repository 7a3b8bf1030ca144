package hotline.relay.quarkus;

import hotline.relay.DueTimer;
import hotline.relay.Incoming;
import hotline.relay.InfrastructureFault;
import hotline.relay.OutboxRecord;
import hotline.relay.PoisonRecord;
import hotline.relay.RecordApplier;
import hotline.relay.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The test application: a command, a reader and a timer, as a service has them. */
@ApplicationScoped
class ParcelService implements RecordApplier, TimerHandler {

  static final String OUT = "parcels.out.v1";

  private final EntityManager entities;
  private final EventLog log;
  private final ServiceTimers timers;
  private final JoinedConnection connection;
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  ParcelService(
      EntityManager entities, EventLog log, ServiceTimers timers, JoinedConnection connection) {
    this.entities = entities;
    this.log = log;
    this.timers = timers;
    this.connection = connection;
  }

  @Transactional
  void send(String key, long number) {
    entities.persist(new Parcel(key, number, "sent"));
    log.append(record(key, number));
  }

  @Transactional
  void sendAndFail(String key) {
    entities.persist(new Parcel(key, 1, "sent"));
    entities.flush();
    log.append(record(key, 1));
    throw new IllegalStateException("refused");
  }

  void sendWithoutTransaction(String key) {
    log.append(record(key, 1));
  }

  @Transactional
  void remind(String key, Instant dueAt) {
    timers.schedule("remind", key, dueAt, "payload");
  }

  /** Backend process of Hibernate's connection and of the joined one, in one transaction. */
  @Transactional
  List<Integer> backends() {
    Integer ofHibernate =
        ((Number) entities.createNativeQuery("SELECT pg_backend_pid()").getSingleResult())
            .intValue();
    Integer joined =
        connection.call(
            tx -> {
              try (var sql = tx.createStatement();
                  var row = sql.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                return row.getInt(1);
              }
            });
    return List.of(ofHibernate, joined);
  }

  @Transactional
  long count(String key) {
    return (Long)
        entities
            .createQuery("SELECT count(p) FROM Parcel p WHERE p.key = :key")
            .setParameter("key", key)
            .getSingleResult();
  }

  void damage(String key) {
    damaged.add(key);
  }

  /** As if its records were of a type that only a newer version knows. */
  void doesNotKnow(String key) {
    unknown.add(key);
  }

  void mend() {
    damaged.clear();
    unknown.clear();
  }

  @Override
  public void apply(Connection tx, List<Incoming> records) {
    for (Incoming record : records) {
      entities.persist(
          new Parcel(
              record.key(), record.sequence(), new String(record.value(), StandardCharsets.UTF_8)));
      if (damaged.contains(record.key())) {
        throw new PoisonRecord("DAMAGED", "The parcel is damaged");
      }
      if (unknown.contains(record.key())) {
        throw new PoisonRecord(Facts.UNKNOWN_TYPE, "A newer parcel");
      }
      log.append(record("answer-" + record.key(), record.sequence()));
    }
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    for (DueTimer timer : due) {
      if (damaged.contains(timer.key())) {
        throw new InfrastructureFault("The belt stands still", null);
      }
      entities.persist(new Parcel(timer.key(), 1, timer.payload()));
    }
  }

  private static OutboxRecord record(String key, long number) {
    return new OutboxRecord(
        OUT,
        key,
        "sent".getBytes(StandardCharsets.UTF_8),
        Map.of(
            "ce_id",
            key + number,
            "ce_source",
            "/parcel-service",
            "ce_type",
            "parcel.sent.v1",
            "ce_sequence",
            Long.toString(number)));
  }
}
