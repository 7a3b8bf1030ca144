package hotline.reporting.daily;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A leader signs the edition of a day (签发). */
@ApplicationScoped
class SignEdition {

  private final DailyEditions editions;
  private final JoinedConnection connection;
  private final Clock clock;

  SignEdition(DailyEditions editions, JoinedConnection connection, Clock clock) {
    this.editions = editions;
    this.connection = connection;
    this.clock = clock;
  }

  DailyEdition sign(LocalDate day, IfMatch read, Actor leader) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          editions.locked(tx, day).requireSignable(read);
          String name =
              leader.displayName() == null || leader.displayName().isBlank()
                  ? leader.userId()
                  : leader.displayName();
          editions.sign(tx, day, leader.userId(), name, now);
          return editions.find(tx, day).orElseThrow(DailyEditions::none);
        });
  }
}
