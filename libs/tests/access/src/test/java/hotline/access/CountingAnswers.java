package hotline.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The real table, and how often it is asked; each method is one statement. */
@Alternative
@Priority(1)
@Singleton
public class CountingAnswers extends KeptAnswers {
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger sought = new AtomicInteger();

  @Inject
  CountingAnswers(Instance<DataSource> database) {
    super(database);
  }

  public int kept() {
    return kept.get();
  }

  public int sought() {
    return sought.get();
  }

  @Override
  void keep(CommandKey key, byte[] requestDigest, Answer answer) throws SQLException {
    kept.incrementAndGet();
    super.keep(key, requestDigest, answer);
  }

  @Override
  Optional<Kept> find(CommandKey key) throws SQLException {
    sought.incrementAndGet();
    return super.find(key);
  }
}
