package hotline.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does an act once however often it is asked for.
 *
 * <p>The answer is inserted last, in the transaction of the act: one statement on the way that is
 * always taken. A repetition does the work again as far as it gets and is stopped either by its own
 * rules (the thing has moved on) or by the unique key; all of it is rolled back and the first
 * answer is given. Only successful answers are kept: a refused act changed nothing and is judged
 * anew.
 */
@ApplicationScoped
public class IdempotentCommands {
  /** What the asker is told, and whether that was said before. */
  public record Outcome(Answer answer, boolean repeated) {}

  private final KeptAnswers kept;
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  @Inject
  IdempotentCommands(KeptAnswers kept) {
    this.kept = kept;
  }

  /**
   * Runs the act in a transaction of its own and keeps its answer.
   *
   * @param requestDigest digest of what was asked, to tell a repetition from a key used twice
   */
  public Outcome run(CommandKey key, byte[] requestDigest, Callable<Answer> act) {
    UUID name = key.digest();
    // Within one process a repetition is told to wait; across processes the unique key makes it
    // wait for the first one's commit.
    if (!running.add(name)) {
      throw new StillRunning();
    }
    try {
      return new Outcome(
          QuarkusTransaction.requiringNew().call(() -> actAndKeep(key, requestDigest, act)), false);
    } catch (RuntimeException failed) {
      return firstAnswer(key, requestDigest, failed);
    } finally {
      running.remove(name);
    }
  }

  private Answer actAndKeep(CommandKey key, byte[] requestDigest, Callable<Answer> act)
      throws Exception {
    Answer answer = act.call();
    kept.keep(key, requestDigest, answer);
    return answer;
  }

  private Outcome firstAnswer(CommandKey key, byte[] requestDigest, RuntimeException failed) {
    Optional<KeptAnswers.Kept> first;
    try {
      first = QuarkusTransaction.requiringNew().call(() -> kept.find(key));
    } catch (RuntimeException unreadable) {
      failed.addSuppressed(unreadable);
      throw failed;
    }
    KeptAnswers.Kept found = first.orElseThrow(() -> failed);
    if (!MessageDigest.isEqual(found.requestDigest(), requestDigest)) {
      throw new KeyReused();
    }
    return new Outcome(found.answer(), true);
  }
}
